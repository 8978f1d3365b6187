package org.sardonyx.ir.operator;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// The ascending order of elements: numbers by size with NaN after all others and the two zeros alike, false before true,
/// strings by their characters.
final class ElementOrder {
    private ElementOrder() {}

    /// @throws ModelException if elements of the type have no order
    static void require(DataType type) {
        if (type.isComplex()) {
            throw new ModelException("elements of type " + type.text() + " have no order");
        }
    }

    /// @return less than, equal to or greater than 0 as the element at `a` comes before, with or after the one at `b`
    static int compare(Tensor x, long a, long b) {
        return switch (x.dataType().kind()) {
            case FLOAT -> compare(x.getDouble(a), x.getDouble(b));
            case SIGNED, BOOL -> Long.compare(x.getLong(a), x.getLong(b));
            case UNSIGNED -> Long.compareUnsigned(x.getLong(a), x.getLong(b));
            case STRING -> x.getString(a).compareTo(x.getString(b));
            case COMPLEX -> throw new IllegalStateException("complex numbers have no order");
        };
    }

    private static int compare(double a, double b) {
        return a == b ? 0 : Double.compare(a, b);
    }
}

package org.sardonyx.cli.input;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Converts arrays to the element type of an input. NumPy makes float64 and int64 of whatever is written down, and has
/// no names for the narrow types; to insist on the exact type would help nobody.
final class NumberConversion {
    private NumberConversion() {}

    /// Numbers are rounded to a floating-point type. To integers and truth values only such arrays are converted whose
    /// numbers stay what they are.
    ///
    /// @throws ModelException if there is no such conversion, or if it would change a number
    static Tensor convert(Tensor from, DataType type) {
        DataType found = from.dataType();
        if (found == type) {
            return from;
        }
        if (!isNumber(found) || !isNumber(type)) {
            throw new ModelException("holds elements of type " + found.text() + ", expected " + type.text());
        }
        Tensor converted = Tensor.allocate(type, from.sizes());
        for (long i = 0; i < from.size(); i++) {
            if (found.isFloat() || type.isFloat()) {
                converted.setDouble(i, from.getDouble(i));
            } else {
                converted.setLong(i, from.getLong(i));
            }
            if (!type.isFloat() && !isSame(from, converted, i)) {
                String number = found.isFloat()
                        ? Double.toString(from.getDouble(i))
                        : found.isSigned() ? Long.toString(from.getLong(i)) : Long.toUnsignedString(from.getLong(i));
                throw new ModelException("holds " + number + " of type " + found.text()
                        + ", which is no number of type " + type.text());
            }
        }
        return converted;
    }

    private static boolean isNumber(DataType type) {
        return type.isFloat() || type.isInteger() || type == DataType.BOOL;
    }

    private static boolean isSame(Tensor from, Tensor to, long index) {
        return from.getDouble(index) == to.getDouble(index)
                && (from.dataType().isFloat() || from.getLong(index) == to.getLong(index));
    }
}

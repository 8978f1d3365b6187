package org.sardonyx.ir.operator;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// What [ScatterElements] and [ScatterSlices] do with an element and its update. Several updates of one element are
/// applied in their order, each rounded to the element type.
public enum ScatterFunction {
    /// The update takes the element's place.
    REPLACE,
    ADD,
    MULTIPLY,
    MINIMUM,
    MAXIMUM;

    /// @throws ModelException if the function is not defined for elements of that type
    void require(DataType type) {
        boolean ordered = type.isFloat() || type.isInteger() || type == DataType.BOOL;
        if (this != REPLACE && !ordered) {
            throw new ModelException("the update " + this + " is not defined for elements of type " + type.text());
        }
    }

    void apply(Tensor elements, long at, Tensor updates, long from) {
        DataType type = elements.dataType();
        if (this == REPLACE) {
            elements.copyElement(at, updates, from);
        } else if (type.isFloat()) {
            elements.setDouble(at, combine().combine(elements.getDouble(at), updates.getDouble(from)));
        } else {
            elements.setLong(at, combine().combine(elements.getLong(at), updates.getLong(from), type.isSigned()));
        }
    }

    private ReduceFunction combine() {
        return switch (this) {
            case REPLACE -> throw new IllegalStateException("nothing is combined");
            case ADD -> ReduceFunction.SUM;
            case MULTIPLY -> ReduceFunction.PRODUCT;
            case MINIMUM -> ReduceFunction.MINIMUM;
            case MAXIMUM -> ReduceFunction.MAXIMUM;
        };
    }
}

package org.sardonyx.frontend.catalogue;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ScatterElements;
import org.sardonyx.ir.operator.ScatterFunction;
import org.sardonyx.ir.type.DataType;

/// Numbers given for some axes, spread over all axes of a tensor.
final class Spread {
    private Spread() {}

    /// @param axes a vector of integers, from the end if negative
    /// @param numbers one integer for each of the axes
    /// @param byDefault the number of the other axes
    /// @return a vector of `rank` int64
    static Operand over(Expressions e, int rank, Operand axes, Operand numbers, long byDefault) {
        Operand all = e.broadcast(e.longs(byDefault), e.longs(rank));
        return e.apply(new ScatterElements(0, ScatterFunction.REPLACE), all, axes, e.cast(numbers, DataType.INT64));
    }
}

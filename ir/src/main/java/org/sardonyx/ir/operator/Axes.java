package org.sardonyx.ir.operator;

import java.util.Arrays;

import org.sardonyx.ir.ModelException;

/// Axes as ONNX writes them: from 0, or from the end if negative.
public final class Axes {
    private Axes() {}

    /// The axis counted from 0.
    ///
    /// @throws ModelException if there is no such axis in a tensor of that rank
    public static int normalize(long axis, int rank) {
        if (axis < -rank || axis >= rank) {
            throw new ModelException("axis " + axis + " of a tensor of rank " + rank);
        }
        return (int) (axis < 0 ? axis + rank : axis);
    }

    /// For each axis of a tensor whether it is among those given.
    ///
    /// @throws ModelException if an axis does not exist or is given twice
    public static boolean[] select(long[] axes, int rank) {
        boolean[] selected = new boolean[rank];
        for (long axis : axes) {
            int normalized = normalize(axis, rank);
            if (selected[normalized]) {
                throw new ModelException("axis " + axis + " is given twice in " + Arrays.toString(axes));
            }
            selected[normalized] = true;
        }
        return selected;
    }
}

package org.sardonyx.ir.loop;

import java.util.Locale;

/// The type of an expression.
///
/// @param lanes 1 for a scalar, of registers their number; indices and conditions are scalars
public record LoopType(Kind kind, int lanes) {
    /// What an element is.
    public enum Kind {
        /// A whole number of 64 bits.
        INDEX,
        /// A float32.
        FLOAT,
        /// A truth value.
        CONDITION,
        /// 32 bits with one or two numbers of a [MatrixForm], which are moved and multiplied by matrices, and nothing else.
        REGISTER
    }

    public static final LoopType INDEX = new LoopType(Kind.INDEX, 1);
    public static final LoopType CONDITION = new LoopType(Kind.CONDITION, 1);

    public LoopType {
        if (lanes < 1 || (kind == Kind.INDEX || kind == Kind.CONDITION) && lanes != 1) {
            throw new IllegalArgumentException(kind + " of " + lanes + " lanes");
        }
    }

    /// Floats: a scalar, or a vector.
    public static LoopType floats(int lanes) {
        return new LoopType(Kind.FLOAT, lanes);
    }

    /// Registers with numbers of a matrix.
    public static LoopType registers(int count) {
        return new LoopType(Kind.REGISTER, count);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + (lanes == 1 ? "" : lanes);
    }
}

package org.sardonyx.ir.loop;

import java.util.Optional;

import org.sardonyx.ir.loop.LoopType.Kind;

/// What a kernel computes: a value without side effects. Constructors check the types.
public sealed interface LoopExpression {
    LoopType type();

    /// A whole number.
    record IndexConstant(long value) implements LoopExpression {
        @Override
        public LoopType type() {
            return LoopType.INDEX;
        }
    }

    /// A parameter of the kernel.
    record Parameter(String name) implements LoopExpression {
        @Override
        public LoopType type() {
            return LoopType.INDEX;
        }
    }

    /// The variable of a loop, or one that a statement defines.
    record Variable(String name, LoopType type) implements LoopExpression {}

    /// Arithmetic of whole numbers; division rounds towards zero.
    record IndexOperation(IndexFunction function, LoopExpression left, LoopExpression right) implements LoopExpression {
        public IndexOperation {
            require(left, LoopType.INDEX);
            require(right, LoopType.INDEX);
        }

        @Override
        public LoopType type() {
            return LoopType.INDEX;
        }
    }

    /// A number in all lanes.
    record FloatConstant(float value, int lanes) implements LoopExpression {
        @Override
        public LoopType type() {
            return LoopType.floats(lanes);
        }

        /// Of the same bits: NaN equals itself, zeros of different sign differ.
        @Override
        public boolean equals(Object other) {
            return other instanceof FloatConstant(float otherValue, int otherLanes) && lanes == otherLanes
                    && Float.floatToRawIntBits(value) == Float.floatToRawIntBits(otherValue);
        }

        @Override
        public int hashCode() {
            return 31 * Float.floatToRawIntBits(value) + lanes;
        }
    }

    /// Elements of a buffer that follow each other.
    ///
    /// @param index of the first
    /// @param count how many are read, if not all; the other lanes are zero
    record Load(String buffer, LoopExpression index, int lanes, Optional<LoopExpression> count)
            implements LoopExpression {
        public Load {
            require(index, LoopType.INDEX);
            count.ifPresent(number -> require(number, LoopType.INDEX));
        }

        @Override
        public LoopType type() {
            return LoopType.floats(lanes);
        }
    }

    /// A scalar in all lanes.
    record Splat(LoopExpression scalar, int lanes) implements LoopExpression {
        public Splat {
            require(scalar, LoopType.floats(1));
        }

        @Override
        public LoopType type() {
            return LoopType.floats(lanes);
        }
    }

    /// A function of each lane.
    record Unary(UnaryMath function, LoopExpression operand) implements LoopExpression {
        public Unary {
            requireKind(operand, Kind.FLOAT);
        }

        @Override
        public LoopType type() {
            return operand.type();
        }
    }

    /// A function of each pair of lanes.
    record Binary(BinaryMath function, LoopExpression left, LoopExpression right) implements LoopExpression {
        public Binary {
            requireKind(left, Kind.FLOAT);
            require(right, left.type());
        }

        @Override
        public LoopType type() {
            return left.type();
        }
    }

    /// `left * right + addend`, rounded once.
    record MultiplyAdd(LoopExpression left, LoopExpression right, LoopExpression addend) implements LoopExpression {
        public MultiplyAdd {
            requireKind(left, Kind.FLOAT);
            require(right, left.type());
            require(addend, left.type());
        }

        @Override
        public LoopType type() {
            return left.type();
        }
    }

    /// One of two values in each lane, by a comparison of two others; a comparison with NaN does not hold.
    record Choose(Relation relation, LoopExpression left, LoopExpression right, LoopExpression then,
            LoopExpression otherwise)
            implements LoopExpression {
        public Choose {
            requireKind(left, Kind.FLOAT);
            require(right, left.type());
            require(then, left.type());
            require(otherwise, left.type());
        }

        @Override
        public LoopType type() {
            return then.type();
        }
    }

    /// All lanes of a vector combined, in an order that is up to the device.
    record Across(BinaryMath function, LoopExpression vector) implements LoopExpression {
        public Across {
            requireKind(vector, Kind.FLOAT);
        }

        @Override
        public LoopType type() {
            return LoopType.floats(1);
        }
    }

    /// Whether one whole number is less than another.
    record Less(LoopExpression left, LoopExpression right) implements LoopExpression {
        public Less {
            require(left, LoopType.INDEX);
            require(right, LoopType.INDEX);
        }

        @Override
        public LoopType type() {
            return LoopType.CONDITION;
        }
    }

    /// Functions of whole numbers.
    enum IndexFunction {
        ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, MINIMUM, MAXIMUM
    }

    /// Functions of one float.
    enum UnaryMath {
        NEGATE, ABSOLUTE, SQUARE_ROOT, EXPONENTIAL, LOGARITHM, TANGENT_HYPERBOLIC
    }

    /// Functions of two floats; the minimum and maximum of NaN and anything is NaN.
    enum BinaryMath {
        ADD, SUBTRACT, MULTIPLY, DIVIDE, MINIMUM, MAXIMUM, POWER
    }

    /// Comparisons.
    enum Relation {
        LESS, LESS_OR_EQUAL, EQUAL
    }

    private static void require(LoopExpression expression, LoopType type) {
        if (!expression.type().equals(type)) {
            throw new IllegalArgumentException("found " + expression.type() + ", expected " + type + ": " + expression);
        }
    }

    private static void requireKind(LoopExpression expression, Kind kind) {
        if (expression.type().kind() != kind) {
            throw new IllegalArgumentException("found " + expression.type() + ", expected " + kind + ": " + expression);
        }
    }
}

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

    /// All lanes of a vector combined, from the first to the last.
    record Across(BinaryMath function, LoopExpression vector) implements LoopExpression {
        public Across {
            requireKind(vector, Kind.FLOAT);
        }

        @Override
        public LoopType type() {
            return LoopType.floats(1);
        }
    }

    /// One lane of a vector, or one of several registers.
    ///
    /// @param lane its number, from 0
    record Lane(LoopExpression vector, int lane) implements LoopExpression {
        public Lane {
            if (vector.type().kind() != Kind.REGISTER) {
                requireKind(vector, Kind.FLOAT);
            }
            if (lane < 0 || lane >= vector.type().lanes()) {
                throw new IllegalArgumentException("lane " + lane + " of " + vector.type());
            }
        }

        @Override
        public LoopType type() {
            return new LoopType(vector.type().kind(), 1);
        }
    }

    /// Elements of a buffer that follow each other, in registers as [LoopStatement.MultiplyMatrices] takes them. The buffer has the
    /// format of the form; one of float32 does if its elements are numbers of TensorFloat-32.
    ///
    /// @param index of the first
    /// @param count of registers
    record Registers(MatrixForm form, String buffer, LoopExpression index, int count) implements LoopExpression {
        public Registers {
            require(index, LoopType.INDEX);
        }

        @Override
        public LoopType type() {
            return LoopType.registers(count);
        }

        /// How many elements are read.
        public int elements() {
            return count * form.numbers();
        }
    }

    /// A float that is a whole number, as such; one that is none is rounded towards zero. Kernels take indices from memory by
    /// it, from tables that the compiler made, never from what a model or its user gives.
    record WholeNumber(LoopExpression scalar) implements LoopExpression {
        public WholeNumber {
            require(scalar, LoopType.floats(1));
        }

        @Override
        public LoopType type() {
            return LoopType.INDEX;
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
        NEGATE, ABSOLUTE, SQUARE_ROOT,
        /// 2 to the power of a whole number from -126 to 127.
        POWER_OF_TWO,
        /// Of a normal positive number: that to which 2 is raised, a whole number.
        EXPONENT,
        /// Of a normal positive number: what the power of 2 is multiplied with, at least 1 and less than 2.
        SIGNIFICAND;

        /// The function: of all numbers, so that devices agree on each bit.
        public float of(float x) {
            return switch (this) {
                case NEGATE -> -x;
                case ABSOLUTE -> Math.abs(x);
                case SQUARE_ROOT -> (float) Math.sqrt(x);
                case POWER_OF_TWO -> Float.intBitsToFloat(Float.floatToRawIntBits(x + POWER_OFFSET) << EXPONENT_SHIFT);
                case EXPONENT ->
                        Float.intBitsToFloat(Float.floatToRawIntBits(x) >>> EXPONENT_SHIFT | EXPONENT_BITS)
                                - EXPONENT_OFFSET;
                case SIGNIFICAND ->
                        Float.intBitsToFloat(Float.floatToRawIntBits(x) & SIGNIFICAND_MASK | SIGNIFICAND_BITS);
            };
        }

        /// Of the exponent in the bits of a float32.
        public static final int EXPONENT_SHIFT = 23;
        /// Brings a whole number, with the bias of exponents added, to the lowest bits of a significand: 1.5 * 2^23 + 127.
        public static final float POWER_OFFSET = 12_583_039;
        /// Of the number 2^23; with an exponent in the lowest bits it is the sum of both.
        public static final int EXPONENT_BITS = 0x4b00_0000;
        /// 2^23 and the bias of exponents.
        public static final float EXPONENT_OFFSET = 8_388_735;
        /// The bits that are not sign or exponent.
        public static final int SIGNIFICAND_MASK = 0x007f_ffff;
        /// Of the number 1.
        public static final int SIGNIFICAND_BITS = 0x3f80_0000;
    }

    /// Functions of two floats; the minimum and maximum of NaN and anything is NaN.
    enum BinaryMath {
        ADD, SUBTRACT, MULTIPLY, DIVIDE, MINIMUM, MAXIMUM
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

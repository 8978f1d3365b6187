package org.sardonyx.codegen.opencl;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.IndexFunction;
import org.sardonyx.ir.loop.LoopExpression.UnaryMath;
import org.sardonyx.ir.loop.LoopType;
import org.sardonyx.ir.loop.NumberFormat;

/// The text of expressions in OpenCL C.
///
/// @param spaces the address space of each buffer
/// @param formats of the buffers that are not of float32; to store float16 needs no support of the device for its arithmetic
/// @param indices how indices are computed
/// @param helpers takes the functions that the text calls and OpenCL does not have
record OpenClExpressions(Map<String, AddressSpace> spaces, Map<String, NumberFormat> formats, Indices indices,
        OpenClHelpers helpers) {
    /// How indices are computed.
    ///
    /// @param type of a whole number
    /// @param divisors by which vectors are known to be aligned, empty if buffers may not be
    record Indices(String type, Optional<Divisors> divisors) {
        /// Of 64 bits.
        static final Indices WIDE = new Indices("long", Optional.empty());

        private boolean isAligned(LoopExpression index, int lanes) {
            return divisors.isPresent() && divisors.get().of(index) >= lanes;
        }
    }

    private static final int NEGATIVE_ZERO = 0x8000_0000;
    /// Words of the language, and functions that are called here.
    private static final Set<String> RESERVED = Set.of("auto", "bool", "break", "case", "char", "const", "constant",
            "continue", "default", "do", "double", "else", "enum", "extern", "fabs", "float", "fma", "for", "global",
            "goto", "half", "if", "inline", "int", "kernel", "local", "long", "max", "min", "private", "register",
            "restrict", "return", "short", "signed", "sizeof", "sqrt", "static", "struct", "switch", "typedef", "union",
            "unsigned", "void", "volatile", "while");

    /// A name of the loop language as one of OpenCL C.
    static String name(String name) {
        return RESERVED.contains(name) ? name + "_" : name;
    }

    String type(LoopType type) {
        return switch (type.kind()) {
            case INDEX -> indices.type;
            case FLOAT -> floats(type.lanes());
            case CONDITION -> "bool";
            case REGISTER -> registers(type.lanes());
        };
    }

    static String floats(int lanes) {
        return vector("float", lanes);
    }

    private static String registers(int count) {
        return vector("uint", count);
    }

    private static String vector(String element, int lanes) {
        return lanes == 1 ? element : element + lanes;
    }

    String text(LoopExpression expression) {
        return switch (expression) {
            case LoopExpression.IndexConstant(long value) -> Long.toString(value);
            case LoopExpression.Parameter(String name) -> name(name);
            case LoopExpression.Variable(String name, _) -> name(name);
            case LoopExpression.IndexOperation(var function, var left, var right) -> index(function, left, right);
            case LoopExpression.FloatConstant(float value, int lanes) ->
                    lanes == 1 ? literal(value) : "(" + floats(lanes) + ")(" + literal(value) + ")";
            case LoopExpression.Load load -> load(load);
            case LoopExpression.Splat(var scalar, int lanes) ->
                    lanes == 1 ? text(scalar) : "(" + floats(lanes) + ")(" + text(scalar) + ")";
            case LoopExpression.Unary(var function, var operand) ->
                    unary(function, text(operand), operand.type().lanes());
            case LoopExpression.Binary(var function, var left, var right) -> binary(function, left, right);
            case LoopExpression.MultiplyAdd(var left, var right, var addend) ->
                    "fma(" + text(left) + ", " + text(right) + ", " + text(addend) + ")";
            case LoopExpression.Choose(var relation, var left, var right, var then, var otherwise) ->
                    "(" + text(left) + switch (relation) {
                        case LESS -> " < ";
                        case LESS_OR_EQUAL -> " <= ";
                        case EQUAL -> " == ";
                    } + text(right) + " ? " + text(then) + " : " + text(otherwise) + ")";
            case LoopExpression.Across(var function, var vector) -> vector.type().lanes() == 1
                    ? text(vector)
                    : helpers.across(function, vector.type().lanes()) + "(" + text(vector) + ")";
            case LoopExpression.Lane(var vector, int lane) -> vector.type().lanes() == 1
                    ? text(vector)
                    : text(vector) + ".s" + Integer.toHexString(lane);
            case LoopExpression.Registers(_, String buffer, var index, int count) ->
                    registers("const ", buffer, index, count);
            case LoopExpression.WholeNumber(var scalar) -> "((" + indices.type + ") " + text(scalar) + ")";
            case LoopExpression.Less(var left, var right) -> text(left) + " < " + text(right);
        };
    }

    private String index(IndexFunction function, LoopExpression left, LoopExpression right) {
        String a = text(left);
        String b = text(right);
        return switch (function) {
            case ADD -> "(" + a + " + " + b + ")";
            case SUBTRACT -> "(" + a + " - " + b + ")";
            case MULTIPLY -> "(" + a + " * " + b + ")";
            case DIVIDE -> "(" + a + " / " + b + ")";
            case REMAINDER -> "(" + a + " % " + b + ")";
            case MINIMUM -> "min((%1$s) %2$s, (%1$s) %3$s)".formatted(indices.type, a, b);
            case MAXIMUM -> "max((%1$s) %2$s, (%1$s) %3$s)".formatted(indices.type, a, b);
        };
    }

    /// The shortest decimal number that is read as the same float.
    private static String literal(float value) {
        if (Float.isNaN(value)) {
            return "NAN";
        }
        return Float.isInfinite(value) ? value > 0 ? "INFINITY" : "-INFINITY" : value + "f";
    }

    /// The address of an element.
    String address(String buffer, LoopExpression index) {
        return name(buffer) + " + " + text(index);
    }

    private String load(LoopExpression.Load load) {
        String address = address(load.buffer(), load.index());
        Optional<String> count = load.count().map(this::text);
        if (count.isPresent()) {
            return helpers.load(spaces.get(load.buffer()), element(load.buffer()), load.lanes()) + "(" + address + ", "
                    + count.get() + ")";
        }
        if (isHalf(load.buffer())) {
            return "vload" + half(load.index(), load.lanes()) + "(0, " + address + ")";
        }
        if (load.lanes() > 1) {
            return vector("const ", load.buffer(), load.index(), load.lanes())
                    .orElse("vload" + load.lanes() + "(0, " + address + ")");
        }
        return name(load.buffer()) + "[" + text(load.index()) + "]";
    }

    /// The type of a buffer's elements.
    String element(String buffer) {
        return isHalf(buffer) ? "half" : "float";
    }

    boolean isHalf(String buffer) {
        return formats.get(buffer) == NumberFormat.FLOAT16;
    }

    /// A number as a buffer stores it, unless that is done by the function that stores it.
    String rounded(String buffer, LoopExpression value) {
        return formats.get(buffer) == NumberFormat.TF32 && value.type().kind() == LoopType.Kind.FLOAT
                ? helpers.tensorFloat(value.type().lanes()) + "(" + text(value) + ")"
                : text(value);
    }

    /// The end of the name of a function that reads or writes float16.
    String half(LoopExpression index, int lanes) {
        return lanes == 1 ? "_half" : (indices.isAligned(index, lanes) ? "a_half" : "_half") + lanes;
    }

    /// Elements of a buffer of float32 as a vector that is read or written at once, if they are aligned.
    ///
    /// @param qualifier of what is only read
    Optional<String> vector(String qualifier, String buffer, LoopExpression index, int lanes) {
        return indices.isAligned(index, lanes)
                ? Optional.of(at(qualifier, floats(lanes), buffer, index))
                : Optional.empty();
    }

    /// Elements of a buffer as registers, which are aligned.
    ///
    /// @param qualifier of what is only read
    String registers(String qualifier, String buffer, LoopExpression index, int count) {
        if (!indices.isAligned(index, isHalf(buffer) ? 2 * count : count)) {
            throw new IllegalStateException(count + " registers that are not aligned: " + index);
        }
        return at(qualifier, registers(count), buffer, index);
    }

    private String at(String qualifier, String type, String buffer, LoopExpression index) {
        return "*(%s%s %s *) (%s)".formatted(qualifier, spaces.get(buffer).qualifier(), type, address(buffer, index));
    }

    private static String unary(UnaryMath function, String x, int lanes) {
        String floats = floats(lanes);
        String bits = vector("int", lanes);
        return switch (function) {
            case NEGATE -> "(- " + x + ")";
            case ABSOLUTE -> "fabs(" + x + ")";
            case SQUARE_ROOT -> "sqrt(" + x + ")";
            case POWER_OF_TWO -> "as_%s(as_%s(%s + %sf) << %d)".formatted(floats, bits, x, UnaryMath.POWER_OFFSET,
                    UnaryMath.EXPONENT_SHIFT);
            case EXPONENT -> "(as_%s(as_u%s(%s) >> %d | 0x%xu) - %sf)".formatted(floats, bits, x,
                    UnaryMath.EXPONENT_SHIFT, UnaryMath.EXPONENT_BITS, UnaryMath.EXPONENT_OFFSET);
            case SIGNIFICAND -> "as_%s(as_u%s(%s) & 0x%xu | 0x%xu)".formatted(floats, bits, x,
                    UnaryMath.SIGNIFICAND_MASK, UnaryMath.SIGNIFICAND_BITS);
        };
    }

    private String binary(BinaryMath function, LoopExpression left, LoopExpression right) {
        String a = text(left);
        String b = text(right);
        return switch (function) {
            case ADD -> "(" + a + " + " + b + ")";
            case SUBTRACT -> "(" + a + " - " + b + ")";
            case MULTIPLY -> "(" + a + " * " + b + ")";
            case DIVIDE -> "(" + a + " / " + b + ")";
            case MINIMUM, MAXIMUM -> {
                boolean bounded = isBound(function, right);
                boolean swapped = !bounded && isBound(function, left);
                String name = helpers.extremum(function, left.type().lanes(), bounded || swapped);
                yield name + "(" + (swapped ? b + ", " + a : a + ", " + b) + ")";
            }
        };
    }

    /// Whether it is a number with which a single comparison does: not NaN, and not the zero that equals the one wanted.
    private static boolean isBound(BinaryMath function, LoopExpression operand) {
        return operand instanceof LoopExpression.FloatConstant(float value, _) && !Float.isNaN(value)
                && Float.floatToRawIntBits(value) != (function == BinaryMath.MAXIMUM ? NEGATIVE_ZERO : 0);
    }
}

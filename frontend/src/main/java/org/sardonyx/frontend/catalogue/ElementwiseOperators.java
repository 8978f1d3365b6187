package org.sardonyx.frontend.catalogue;

import java.util.function.Predicate;
import java.util.stream.LongStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Comparison;
import org.sardonyx.ir.operator.Compare;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.type.DataType;

/// Operators that compute each element from the elements at the same place: arithmetic, functions of one number,
/// comparisons, logic.
final class ElementwiseOperators {
    /// The bound that Clip-6 takes where the model names none.
    private static final double LARGEST_FLOAT = Float.MAX_VALUE;

    private ElementwiseOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("Identity", 1, 13, 14, 16, 19, 21, 23, 24, 25).inputs(1).as((n, _) -> n.input(0));
        c.operator("Where", 9, 16).inputs(3).as((n, e) -> e.select(n.input(0), n.input(1), n.input(2)));
        defineUnary(c);
        defineArithmetic(c);
        defineVariadic(c);
        defineComparisons(c);
        defineLogic(c);
        c.operator("Clip", 1, 6).inputs(1).as(ElementwiseOperators::clipToAttributes);
        c.operator("Clip", 11, 12, 13).inputs(1, 3).as(ElementwiseOperators::clip);
    }

    private static void defineUnary(Catalogue.Builder c) {
        unary(c, "Abs", UnaryFunction.ABSOLUTE, 1, 6, 13);
        unary(c, "Neg", UnaryFunction.NEGATE, 1, 6, 13);
        unary(c, "Sign", UnaryFunction.SIGN, 9, 13);
        unary(c, "Floor", UnaryFunction.FLOOR, 1, 6, 13);
        unary(c, "Ceil", UnaryFunction.CEILING, 1, 6, 13);
        unary(c, "Round", UnaryFunction.ROUND, 11, 22);
        unary(c, "Sqrt", UnaryFunction.SQUARE_ROOT, 1, 6, 13);
        unary(c, "Exp", UnaryFunction.EXPONENTIAL, 1, 6, 13);
        unary(c, "Log", UnaryFunction.LOGARITHM, 1, 6, 13);
        unary(c, "Sin", UnaryFunction.SINE, 7, 22);
        unary(c, "Cos", UnaryFunction.COSINE, 7, 22);
        unary(c, "Tan", UnaryFunction.TANGENT, 7, 22);
        unary(c, "Asin", UnaryFunction.INVERSE_SINE, 7, 22);
        unary(c, "Acos", UnaryFunction.INVERSE_COSINE, 7, 22);
        unary(c, "Atan", UnaryFunction.INVERSE_TANGENT, 7, 22);
        unary(c, "Sinh", UnaryFunction.HYPERBOLIC_SINE, 9, 22);
        unary(c, "Cosh", UnaryFunction.HYPERBOLIC_COSINE, 9, 22);
        unary(c, "Tanh", UnaryFunction.HYPERBOLIC_TANGENT, 1, 6, 13);
        unary(c, "Asinh", UnaryFunction.INVERSE_HYPERBOLIC_SINE, 9, 22);
        unary(c, "Acosh", UnaryFunction.INVERSE_HYPERBOLIC_COSINE, 9, 22);
        unary(c, "Atanh", UnaryFunction.INVERSE_HYPERBOLIC_TANGENT, 9, 22);
        c.operator("Erf", 9, 13).inputs(1).as((n, e) -> errorFunction(e, n.input(0)));
        c.operator("Reciprocal", 1, 6, 13).inputs(1).as((n, e) -> e.divide(e.scalarLike(n.input(0), 1), n.input(0)));
        c.operator("IsNaN", 9, 13, 20).inputs(1).as((n, e) -> e.not(e.equal(n.input(0), n.input(0))));
        c.operator("IsInf", 10, 20).inputs(1).as(ElementwiseOperators::isInfinite);
    }

    private static void defineArithmetic(Catalogue.Builder c) {
        binary(c, "Add", BinaryFunction.ADD, 1, 6, 7, 13, 14);
        binary(c, "Sub", BinaryFunction.SUBTRACT, 1, 6, 7, 13, 14);
        binary(c, "Mul", BinaryFunction.MULTIPLY, 1, 6, 7, 13, 14);
        binary(c, "Div", BinaryFunction.DIVIDE, 1, 6, 7, 13, 14);
        c.operator("Mod", 10, 13, 28).inputs(2).as((n, e) -> e.binary(
                n.attributes().flag("fmod", false) ? BinaryFunction.REMAINDER : BinaryFunction.MODULO, n.input(0),
                n.input(1)));
        c.operator("Pow", 1, 7, 12, 13, 15).inputs(2).as((n, e) -> power(e, n.input(0), second(n, e)));
        c.operator("BitShift", 11, 28).inputs(2).as((n, e) -> e.binary(
                n.attributes().word("direction", "", "LEFT", "RIGHT").equals("LEFT")
                        ? BinaryFunction.SHIFT_LEFT
                        : BinaryFunction.SHIFT_RIGHT,
                n.input(0), n.input(1)));
    }

    private static void defineVariadic(Catalogue.Builder c) {
        c.operator("Sum", 1, 6, 8, 13).inputs(1, Integer.MAX_VALUE)
                .as((n, e) -> e.castLike(sum(n, e), n.input(0)));
        variadic(c, "Max", BinaryFunction.MAXIMUM, 1, 6, 8, 12, 13);
        variadic(c, "Min", BinaryFunction.MINIMUM, 1, 6, 8, 12, 13);
        c.operator("Mean", 1, 6, 8, 13).inputs(1, Integer.MAX_VALUE)
                .as((n, e) -> e.castLike(e.divide(sum(n, e), n.inputCount()), n.input(0)));
    }

    private static void defineComparisons(Catalogue.Builder c) {
        compare(c, "Equal", Comparison.EQUAL, false, 1, 7, 11, 13, 19);
        compare(c, "Less", Comparison.LESS, false, 1, 7, 9, 13);
        compare(c, "LessOrEqual", Comparison.LESS_OR_EQUAL, false, 12, 16);
        compare(c, "Greater", Comparison.LESS, true, 1, 7, 9, 13);
        compare(c, "GreaterOrEqual", Comparison.LESS_OR_EQUAL, true, 12, 16);
    }

    private static void defineLogic(Catalogue.Builder c) {
        unary(c, "Not", UnaryFunction.NOT, 1);
        bitwise(c, "And", BinaryFunction.AND, "bool", type -> type == DataType.BOOL, 1, 7);
        bitwise(c, "Or", BinaryFunction.OR, "bool", type -> type == DataType.BOOL, 1, 7);
        bitwise(c, "Xor", BinaryFunction.XOR, "bool", type -> type == DataType.BOOL, 1, 7);
        unary(c, "BitwiseNot", UnaryFunction.BITWISE_NOT, 18);
        bitwise(c, "BitwiseAnd", BinaryFunction.AND, "integers", DataType::isInteger, 18);
        bitwise(c, "BitwiseOr", BinaryFunction.OR, "integers", DataType::isInteger, 18);
        bitwise(c, "BitwiseXor", BinaryFunction.XOR, "integers", DataType::isInteger, 18);
    }

    private static void unary(Catalogue.Builder c, String name, UnaryFunction function, int... versions) {
        c.operator(name, versions).inputs(1).as((n, e) -> e.unary(function, n.input(0)));
    }

    private static void binary(Catalogue.Builder c, String name, BinaryFunction function, int... versions) {
        c.operator(name, versions).inputs(2).as((n, e) -> e.binary(function, n.input(0), second(n, e)));
    }

    private static void variadic(Catalogue.Builder c, String name, BinaryFunction function, int... versions) {
        c.operator(name, versions).inputs(1, Integer.MAX_VALUE).as((n, e) -> combine(n, e, function));
    }

    private static void compare(Catalogue.Builder c, String name, Comparison comparison, boolean swapped,
            int... versions) {
        c.operator(name, versions).inputs(2).as((n, e) -> {
            Operand a = n.input(0);
            Operand b = second(n, e);
            return e.apply(new Compare(comparison), swapped ? b : a, swapped ? a : b);
        });
    }

    private static void bitwise(Catalogue.Builder c, String name, BinaryFunction function, String expected,
            Predicate<DataType> allowed, int... versions) {
        c.operator(name, versions).inputs(2).as((n, e) -> {
            if (!allowed.test(n.dataType(0))) {
                throw new ModelException("input 0 is of type " + n.dataType(0).text() + ", expected " + expected);
            }
            return e.binary(function, n.input(0), second(n, e));
        });
    }

    /// The second input of a binary operator in a shape that broadcasts as in NumPy. Before opset 7 it could stand for
    /// axes in the middle of the first input's: with the attributes `broadcast` and `axis`, its own first axis is
    /// `axis`.
    static Operand second(OnnxNode n, Expressions e) {
        Operand b = n.input(1);
        boolean shifted = n.version() < 7 && n.attributes().flag("broadcast", false) && n.attributes().has("axis");
        return shifted ? alignedFrom(e, b, n.axis("axis", 0, n.rank(0)), n.rank(0)) : b;
    }

    /// Adds axes of size 1 behind those of a tensor, so that its first axis is that of another tensor.
    ///
    /// @param rank the rank of the other tensor
    static Operand alignedFrom(Expressions e, Operand x, int axis, int rank) {
        int own = x.shape().rank();
        if (axis + own > rank) {
            throw new ModelException(
                    "a tensor of rank " + own + " stands for the axes from " + axis + " of one of rank " + rank);
        }
        return axis + own == rank ? x : e.unsqueeze(x, LongStream.range(own, rank - axis).toArray());
    }

    private static Operand combine(OnnxNode n, Expressions e, BinaryFunction function) {
        return n.allInputs().stream().reduce((a, b) -> e.binary(function, a, b)).orElseThrow();
    }

    /// In float32 where the type is smaller.
    private static Operand sum(OnnxNode n, Expressions e) {
        DataType type = NormalizationOperators.wide(n.dataType(0));
        return n.allInputs().stream().map(x -> e.cast(x, type)).reduce(e::add).orElseThrow();
    }

    private static Operand errorFunction(Expressions e, Operand x) {
        return x.dataType().isInteger()
                ? e.castLike(e.unary(UnaryFunction.ERROR_FUNCTION, e.cast(x, DataType.FLOAT64)), x)
                : e.unary(UnaryFunction.ERROR_FUNCTION, x);
    }

    private static Operand isInfinite(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        boolean positive = n.attributes().flag("detect_positive", true);
        boolean negative = n.attributes().flag("detect_negative", true);
        if (!positive && !negative) {
            return e.fill(DataType.BOOL, 0, e.shapeOf(x));
        }
        Operand infinity = e.scalarLike(x, positive ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
        return e.equal(positive && negative ? e.absolute(x) : x, infinity);
    }

    /// The result has the type of the base, whatever that of the exponent.
    private static Operand power(Expressions e, Operand base, Operand exponent) {
        DataType common = powerType(base.dataType(), exponent.dataType());
        return e.castLike(e.power(e.cast(base, common), e.cast(exponent, common)), base);
    }

    /// The type in which a power is computed: one that holds both numbers well enough.
    private static DataType powerType(DataType base, DataType exponent) {
        if (base == exponent || base.isFloat() && exponent.isInteger()) {
            return base;
        }
        if (base.isFloat() && exponent.isFloat()) {
            return base.bits() == exponent.bits() ? DataType.FLOAT32 : base.bits() > exponent.bits() ? base : exponent;
        }
        return base.isInteger() && exponent.isInteger() ? DataType.INT64 : DataType.FLOAT64;
    }

    private static Operand clipToAttributes(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        boolean bounded = n.version() >= 6;
        Operand low = n.attributes().has("min") || bounded
                ? e.maximum(x, e.scalarLike(x, n.attributes().number("min", -LARGEST_FLOAT)))
                : x;
        return n.attributes().has("max") || bounded
                ? e.minimum(low, e.scalarLike(x, n.attributes().number("max", LARGEST_FLOAT)))
                : low;
    }

    private static Operand clip(OnnxNode n, Expressions e) {
        Operand low = n.optionalInput(1).map(least -> e.maximum(n.input(0), least)).orElse(n.input(0));
        return n.optionalInput(2).map(most -> e.minimum(low, most)).orElse(low);
    }
}

package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.codegen.kernel.ElementaryFunctions;
import org.sardonyx.codegen.kernel.Epilogue;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.Relation;
import org.sardonyx.ir.loop.LoopExpression.UnaryMath;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Broadcast;
import org.sardonyx.ir.operator.Compare;
import org.sardonyx.ir.operator.Comparison;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Select;
import org.sardonyx.ir.operator.Unary;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Turns pointwise operators into an expression of a kernel.
///
/// @param results what is computed
/// @param anchor the value that the kernel has computed, if there is one
/// @param operands values that are loaded
record Formula(List<Operand> results, Optional<Operand> anchor, List<Operand> operands) implements Epilogue.Formula {
    Formula {
        results = List.copyOf(results);
        operands = List.copyOf(operands);
    }

    /// Whether there is a form of an operator in kernels.
    static boolean isSupported(Node node) {
        boolean floats = node.types().stream().allMatch(_ -> node.output(0).dataType() == DataType.FLOAT32)
                && node.operands().stream().allMatch(operand -> operand.dataType() == DataType.FLOAT32);
        return switch (node.operator()) {
            case Unary(var function) -> floats && isSupported(function);
            case Binary(var function) -> floats && isSupported(node, function);
            case Compare _ -> node.operands().getFirst().dataType() == DataType.FLOAT32;
            case Select _ -> node.output(0).dataType() == DataType.FLOAT32
                    && node.operands().getFirst().node().operator() instanceof Compare;
            case Constant(Tensor tensor) -> tensor.size() == 1 || tensor.dataType() == DataType.INT64;
            case Broadcast _ -> floats;
            default -> false;
        };
    }

    /// What a member of a group takes, apart from the sizes that a broadcast takes.
    static List<Operand> loaded(Node member) {
        return member.operator() instanceof Broadcast ? member.operands().subList(0, 1) : member.operands();
    }

    private static boolean isSupported(UnaryFunction function) {
        return switch (function) {
            case NEGATE, ABSOLUTE, SQUARE_ROOT, EXPONENTIAL, EXPONENTIAL_MINUS_ONE, LOGARITHM, LOGARITHM_OF_ONE_PLUS,
                    HYPERBOLIC_TANGENT, ERROR_FUNCTION, ROUND, FLOOR, CEILING, SIGN ->
                    true;
            default -> false;
        };
    }

    private static LoopExpression unary(LoopCode code, UnaryFunction function, LoopExpression x) {
        return switch (function) {
            case NEGATE -> new LoopExpression.Unary(UnaryMath.NEGATE, x);
            case ABSOLUTE -> new LoopExpression.Unary(UnaryMath.ABSOLUTE, x);
            case SQUARE_ROOT -> new LoopExpression.Unary(UnaryMath.SQUARE_ROOT, x);
            case EXPONENTIAL -> new ElementaryFunctions(code).exponential(x);
            case LOGARITHM -> new ElementaryFunctions(code).logarithm(x);
            case EXPONENTIAL_MINUS_ONE -> new ElementaryFunctions(code).exponentialMinusOne(x);
            case LOGARITHM_OF_ONE_PLUS -> new ElementaryFunctions(code).logarithmOfOnePlus(x);
            case HYPERBOLIC_TANGENT -> new ElementaryFunctions(code).hyperbolicTangent(x);
            case ERROR_FUNCTION -> new ElementaryFunctions(code).errorFunction(x);
            case ROUND -> new ElementaryFunctions(code).round(x);
            case FLOOR -> new ElementaryFunctions(code).floor(x);
            case CEILING -> new ElementaryFunctions(code).ceiling(x);
            case SIGN -> new ElementaryFunctions(code).sign(x);
            default -> throw new IllegalStateException("no form of " + function);
        };
    }

    /// Of powers, those whose exponent is known.
    private static boolean isSupported(Node node, BinaryFunction function) {
        return function == BinaryFunction.POWER
                ? exponent(node).filter(ElementaryFunctions::isPower).isPresent()
                : binary(function.name()).isPresent();
    }

    private static Optional<Double> exponent(Node power) {
        return power.operands().get(1).node().operator() instanceof Constant(Tensor tensor) && tensor.size() == 1
                ? Optional.of(tensor.getDouble(0))
                : Optional.empty();
    }

    private static LoopExpression binary(LoopCode code, Node node, BinaryFunction function, List<LoopExpression> of) {
        return function == BinaryFunction.POWER
                ? new ElementaryFunctions(code).power(of.get(0), exponent(node).orElseThrow())
                : LoopCode.binary(binary(function.name()).orElseThrow(), of.get(0), of.get(1));
    }

    private static Optional<BinaryMath> binary(String name) {
        for (BinaryMath function : BinaryMath.values()) {
            if (function.name().equals(name)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<LoopExpression> results(LoopCode code, LoopExpression computed, List<LoopExpression> loaded) {
        Map<Operand, LoopExpression> known = new HashMap<>();
        anchor.ifPresent(value -> known.put(value, computed));
        for (int i = 0; i < operands.size(); i++) {
            known.put(operands.get(i), loaded.get(i));
        }
        return results.stream().map(result -> expression(code, result, known, computed.type().lanes())).toList();
    }

    private static LoopExpression expression(LoopCode code, Operand value, Map<Operand, LoopExpression> known,
            int lanes) {
        LoopExpression there = known.get(value);
        if (there != null) {
            return there;
        }
        Node node = value.node();
        List<LoopExpression> of = new ArrayList<>();
        boolean chooses = node.operator() instanceof Select;
        if (!chooses && !(node.operator() instanceof Broadcast)) {
            node.operands().forEach(operand -> of.add(expression(code, operand, known, lanes)));
        }
        LoopExpression computed = switch (node.operator()) {
            case Constant(Tensor tensor) -> LoopCode.constant(tensor.getDouble(0), lanes);
            case Unary(var function) -> unary(code, function, of.getFirst());
            case Binary(var function) -> binary(code, node, function, of);
            case Broadcast _ -> expression(code, node.operands().getFirst(), known, lanes);
            case Select _ -> select(code, node, known, lanes);
            default -> throw new IllegalStateException("no form of " + node);
        };
        boolean simple = node.operator() instanceof Constant || node.operator() instanceof Broadcast;
        LoopExpression variable = simple ? computed : code.define("value", computed);
        known.put(value, variable);
        return variable;
    }

    private static LoopExpression select(LoopCode code, Node node, Map<Operand, LoopExpression> known, int lanes) {
        Node condition = node.operands().getFirst().node();
        Comparison comparison = ((Compare) condition.operator()).comparison();
        Relation relation = switch (comparison) {
            case EQUAL -> Relation.EQUAL;
            case LESS -> Relation.LESS;
            case LESS_OR_EQUAL -> Relation.LESS_OR_EQUAL;
        };
        return new LoopExpression.Choose(relation, expression(code, condition.operands().get(0), known, lanes),
                expression(code, condition.operands().get(1), known, lanes),
                expression(code, node.operands().get(1), known, lanes),
                expression(code, node.operands().get(2), known, lanes));
    }
}

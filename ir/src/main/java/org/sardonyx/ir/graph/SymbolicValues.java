package org.sardonyx.ir.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.operator.Concat;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Gather;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.ir.operator.ShapeOf;
import org.sardonyx.ir.operator.Slice;
import org.sardonyx.ir.operator.Squeeze;
import org.sardonyx.ir.operator.Unsqueeze;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// What is known of small integer tensors in terms of symbolic dimensions: `[N, 3*H]` for a shape that a model computes.
/// It follows the operators that exporters use for shape arithmetic and knows nothing of the others' results.
final class SymbolicValues {
    private static final int LARGEST = 64;

    private final Map<Operand, List<Dimension>> known = new HashMap<>();

    Optional<List<Dimension>> dimensions(Operand operand) {
        return Optional.ofNullable(known.get(operand));
    }

    private void assume(Operand operand, List<Dimension> elements) {
        if (elements.size() <= LARGEST && operand.type() instanceof TensorType type && type.dataType().isInteger()) {
            known.put(operand, List.copyOf(elements));
        }
    }

    /// The operand as a constant, if all its elements turned out to be numbers.
    Optional<Tensor> constant(Operand operand) {
        List<Dimension> elements = known.get(operand);
        if (elements == null || !operand.shape().isStatic() || !elements.stream().allMatch(Dimension::isConstant)) {
            return Optional.empty();
        }
        long[] numbers = elements.stream().mapToLong(Dimension::size).toArray();
        return Optional.of(Tensor.ofLongs(operand.dataType(), operand.shape().sizes(), numbers));
    }

    /// Derives what is known of a new node's output.
    void learn(Node node) {
        if (node.types().size() == 1 && node.types().getFirst() instanceof TensorType type
                && type.dataType().isInteger()) {
            derive(node).ifPresent(elements -> assume(node.output(0), elements));
        }
    }

    private Optional<List<Dimension>> derive(Node node) {
        return switch (node.operator()) {
            case Constant(Tensor tensor) when tensor.size() <= LARGEST && tensor.rank() <= 1 ->
                    Optional.of(Arrays.stream(tensor.toLongs()).mapToObj(Dimension::of).toList());
            case Input input when !input.elements().isEmpty() -> Optional.of(input.elements());
            case ShapeOf _ -> node.operands().getFirst().shape().hasRank()
                    ? Optional.of(node.operands().getFirst().shape().dimensions())
                    : Optional.empty();
            case Reshape _,Squeeze _,Unsqueeze _,Cast _ -> dimensions(node.operands().getFirst());
            case Concat _ -> concat(node.operands());
            case Gather _ -> gather(node.operands());
            case Slice _ -> slice(node.operands());
            case Binary(BinaryFunction function) -> switch (function) {
                case ADD -> combine(node.operands(), Dimension::plus);
                case SUBTRACT -> combine(node.operands(), Dimension::minus);
                case MULTIPLY -> combine(node.operands(), Dimension::times);
                case DIVIDE -> combine(node.operands(), SymbolicValues::divide);
                default -> Optional.empty();
            };
            default -> Optional.empty();
        };
    }

    /// Integer division truncates; rounding down is the same only where neither number is negative, as dimensions are.
    private static Dimension divide(Dimension a, Dimension b) {
        boolean negative = a.isConstant() && a.size() < 0 || b.isConstant() && b.size() <= 0;
        return negative ? Dimension.UNKNOWN : a.floorDivide(b);
    }

    private Optional<List<Dimension>> concat(List<Operand> operands) {
        List<Dimension> all = new ArrayList<>();
        for (Operand operand : operands) {
            Optional<List<Dimension>> part = dimensions(operand);
            if (part.isPresent()) {
                all.addAll(part.get());
            } else if (operand.shape().isStatic() && operand.shape().elementCount().size() <= LARGEST) {
                all.addAll(Collections.nCopies((int) operand.shape().elementCount().size(), Dimension.UNKNOWN));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    private Optional<List<Dimension>> gather(List<Operand> operands) {
        Optional<List<Dimension>> from = dimensions(operands.get(0));
        Optional<Tensor> indices = KnownOperands.constant(operands.get(1));
        if (from.isEmpty() || indices.isEmpty() || indices.get().size() > LARGEST) {
            return Optional.empty();
        }
        List<Dimension> picked = new ArrayList<>();
        for (long index : indices.get().toLongs()) {
            long position = index < 0 ? index + from.get().size() : index;
            if (position < 0 || position >= from.get().size()) {
                return Optional.empty();
            }
            picked.add(from.get().get((int) position));
        }
        return Optional.of(picked);
    }

    private Optional<List<Dimension>> slice(List<Operand> operands) {
        Optional<List<Dimension>> from = dimensions(operands.get(0));
        List<Optional<Tensor>> bounds =
                operands.subList(1, operands.size()).stream().map(KnownOperands::constant).toList();
        if (from.isEmpty() || bounds.stream().anyMatch(bound -> bound.isEmpty() || bound.get().size() != 1)) {
            return Optional.empty();
        }
        Slice.Range range = Slice.Range.of(bounds.get(0).get().getLong(0), bounds.get(1).get().getLong(0),
                bounds.get(2).get().getLong(0), from.get().size());
        List<Dimension> picked = new ArrayList<>();
        for (long i = 0; i < range.count(); i++) {
            picked.add(from.get().get((int) (range.start() + i * range.step())));
        }
        return Optional.of(picked);
    }

    private Optional<List<Dimension>> combine(List<Operand> operands, BinaryOperator<Dimension> function) {
        Optional<List<Dimension>> a = dimensions(operands.get(0));
        Optional<List<Dimension>> b = dimensions(operands.get(1));
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        int size = a.get().size() == 1 ? b.get().size() : a.get().size();
        if (b.get().size() != size && b.get().size() != 1) {
            return Optional.empty();
        }
        List<Dimension> combined = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            combined.add(
                    function.apply(a.get().get(a.get().size() == 1 ? 0 : i), b.get().get(b.get().size() == 1 ? 0 : i)));
        }
        return Optional.of(combined);
    }
}

package org.sardonyx.ir.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.Broadcast;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.operator.Compare;
import org.sardonyx.ir.operator.Concat;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Gather;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.operator.Reduce;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.ir.operator.Select;
import org.sardonyx.ir.operator.ShapeOf;
import org.sardonyx.ir.operator.Slice;
import org.sardonyx.ir.operator.Squeeze;
import org.sardonyx.ir.operator.Unary;
import org.sardonyx.ir.operator.Unsqueeze;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// What is known of small integer tensors in terms of symbolic dimensions: `[N, 3*H]` for a shape that a model computes,
/// and of small tensors of bool, with 1 for true. It follows the operators that exporters use for shape arithmetic and
/// knows nothing of the others' results.
final class SymbolicValues {
    private static final int LARGEST = 64;

    private final Map<Operand, List<Dimension>> known = new HashMap<>();

    Optional<List<Dimension>> dimensions(Operand operand) {
        return Optional.ofNullable(known.get(operand));
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
        if (node.types().size() == 1 && isWhole(node.output(0))) {
            DataType type = node.output(0).dataType();
            derive(node).filter(elements -> elements.size() <= LARGEST).ifPresent(elements -> known.put(node.output(0),
                    elements.stream().map(element -> representable(element, type)).toList()));
        }
    }

    private static boolean isWhole(Operand operand) {
        return operand.type() instanceof TensorType type
                && (type.dataType().isInteger() || type.dataType() == DataType.BOOL);
    }

    /// Unknown if an integer of the type might have wrapped around. A symbolic size is taken to fit into 32 bits.
    private static Dimension representable(Dimension element, DataType type) {
        boolean fits;
        if (type.kind() == DataType.Kind.UNSIGNED && !element.isNonNegative()) {
            fits = false;
        } else if (element.isConstant()) {
            fits = type == DataType.BOOL || type.decodeLong(type.encodeLong(element.size())) == element.size();
        } else {
            fits = type == DataType.BOOL || type.bits() >= 32;
        }
        return fits ? element : Dimension.UNKNOWN;
    }

    private Optional<List<Dimension>> derive(Node node) {
        List<Operand> operands = node.operands();
        return switch (node.operator()) {
            case Constant(Tensor tensor) when tensor.size() <= LARGEST ->
                    Optional.of(Arrays.stream(tensor.toLongs()).mapToObj(Dimension::of).toList());
            case Input input when !input.elements().isEmpty() -> Optional.of(input.elements());
            case ShapeOf _ when operands.getFirst().shape().hasRank() ->
                    Optional.of(operands.getFirst().shape().dimensions());
            case Reshape _,Squeeze _,Unsqueeze _ -> dimensions(operands.getFirst());
            case Cast cast when cast.to() != DataType.BOOL -> dimensions(operands.getFirst());
            case Concat(int axis) when axis == 0 -> concat(operands);
            case Gather(int axis) when axis == 0 && isVector(operands.getFirst()) -> gather(operands);
            case Slice _ when isVector(operands.getFirst()) -> slice(operands);
            case Unary(var function) -> map(operands.getFirst(), element -> SymbolicFunctions.apply(function, element));
            case Binary(var function) -> zip(operands, (a, b) -> SymbolicFunctions.apply(function, a, b));
            case Compare(var comparison) -> zip(operands, (a, b) -> SymbolicFunctions.compare(comparison, a, b));
            case Select _ -> select(operands);
            case Broadcast _ -> repeat(operands.getFirst(), node.output(0).shape());
            case Reduce reduce when isVector(operands.getFirst()) -> dimensions(operands.getFirst())
                    .map(elements -> List.of(SymbolicFunctions.reduce(reduce.function(), elements)));
            default -> Optional.empty();
        };
    }

    private static boolean isVector(Operand operand) {
        return operand.shape().hasRank() && operand.shape().rank() == 1;
    }

    private Optional<List<Dimension>> concat(List<Operand> operands) {
        List<Dimension> all = new ArrayList<>();
        for (Operand operand : operands) {
            Optional<List<Dimension>> part = dimensions(operand);
            boolean counted = part.isEmpty() && operand.shape().hasRank()
                    && operand.shape().elementCount().isConstant() && operand.shape().elementCount().size() <= LARGEST;
            if (counted) {
                all.addAll(Collections.nCopies((int) operand.shape().elementCount().size(), Dimension.UNKNOWN));
            } else if (part.isEmpty() || all.size() > LARGEST) {
                return Optional.empty();
            } else {
                all.addAll(part.get());
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

    private Optional<List<Dimension>> map(Operand operand, UnaryOperator<Dimension> function) {
        return dimensions(operand).map(elements -> elements.stream().map(function).toList());
    }

    /// Combines elements at the same place, where the operands broadcast like vectors.
    private Optional<List<Dimension>> zip(List<Operand> operands, BinaryOperator<Dimension> function) {
        Optional<Integer> count = count(operands);
        if (count.isEmpty()) {
            return Optional.empty();
        }
        List<Dimension> combined = new ArrayList<>();
        for (int i = 0; i < count.get(); i++) {
            combined.add(function.apply(element(operands.get(0), i), element(operands.get(1), i)));
        }
        return Optional.of(combined);
    }

    private Optional<List<Dimension>> select(List<Operand> operands) {
        Optional<Integer> count = count(operands);
        if (count.isEmpty()) {
            return Optional.empty();
        }
        List<Dimension> selected = new ArrayList<>();
        for (int i = 0; i < count.get(); i++) {
            Dimension condition = element(operands.get(0), i);
            Dimension first = element(operands.get(1), i);
            Dimension second = element(operands.get(2), i);
            boolean either = !condition.isConstant() && !first.sameSize(second);
            selected.add(either ? Dimension.UNKNOWN : condition.is(0) ? second : first);
        }
        return Optional.of(selected);
    }

    /// The number of elements of scalars and vectors broadcast against each other, if all are known.
    private Optional<Integer> count(List<Operand> operands) {
        int count = 1;
        for (Operand operand : operands) {
            Optional<List<Dimension>> elements = dimensions(operand);
            if (elements.isEmpty() || !operand.shape().hasRank() || operand.shape().rank() > 1) {
                return Optional.empty();
            }
            count = elements.get().size() == 1 ? count : elements.get().size();
        }
        int all = count;
        boolean agree = operands.stream().map(known::get).allMatch(list -> list.size() == 1 || list.size() == all);
        return agree ? Optional.of(all) : Optional.empty();
    }

    private Dimension element(Operand operand, int index) {
        List<Dimension> elements = known.get(operand);
        return elements.get(elements.size() == 1 ? 0 : index);
    }

    private Optional<List<Dimension>> repeat(Operand operand, Shape to) {
        Optional<List<Dimension>> elements = dimensions(operand);
        if (elements.isEmpty() || !to.isStatic()) {
            return Optional.empty();
        }
        long count = Tensor.elementCount(to.sizes());
        if (count == elements.get().size()) {
            return elements;
        }
        return elements.get().size() == 1 && count <= LARGEST
                ? Optional.of(Collections.nCopies((int) count, elements.get().getFirst()))
                : Optional.empty();
    }
}

package org.sardonyx.ir.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.operator.ShapeOf;

/// How many neighbouring elements of an input one element of a value depends on, along each axis of the input: the receptive
/// field of a network's layers. It is that of an element in the middle; at the edges, padding takes a part of it.
///
/// Each operator maps intervals of its operands to intervals of its result; where paths join the smallest interval that
/// holds both is taken; a shape depends on no element. So the field is never too small. It is too large where an operator is not known to keep to a
/// neighbourhood: then it is the whole axis; and a little after upsampling, where elements of different phase reach out to
/// different sides.
///
/// @param sizes along each axis of the input, empty for the whole axis; 0 where the value does not depend on the input
/// @see <a href="https://distill.pub/2019/computing-receptive-fields/">Araujo, Norris and Sim, "Computing receptive fields of
///      convolutional neural networks", 2019</a>
public record ReceptiveField(List<OptionalLong> sizes) {
    /// Quotients of strides are not exact.
    private static final double ROUNDING = 1e-6;

    public ReceptiveField {
        sizes = List.copyOf(sizes);
    }

    /// The fields of all values of a graph.
    ///
    /// @param input one of its inputs, of known rank
    public static Map<Operand, ReceptiveField> of(Graph graph, Operand input) {
        int rank = input.shape().rank();
        Map<Operand, List<Reach>> reaches = new HashMap<>();
        Map<Operand, ReceptiveField> fields = new HashMap<>();
        for (Node node : graph.nodes()) {
            for (int i = 0; i < node.types().size(); i++) {
                Operand output = node.output(i);
                List<Reach> reach = output.equals(input)
                        ? identity(rank)
                        : node.operator() instanceof Input
                                ? Collections.nCopies(rank, Reach.NOTHING)
                                : through(node, i, reaches, rank);
                reaches.put(output, reach);
                fields.put(output, new ReceptiveField(reach.stream().map(ReceptiveField::size).toList()));
            }
        }
        return fields;
    }

    private static List<Reach> identity(int rank) {
        List<Reach> reaches = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            reaches.add(new Reach.Interval(axis, 1, 0, 0));
        }
        return reaches;
    }

    private static List<Reach> through(Node node, int output, Map<Operand, List<Reach>> reaches, int rank) {
        List<Reach> result = new ArrayList<>(Collections.nCopies(rank, Reach.NOTHING));
        if (node.operator() instanceof ShapeOf) {
            return result;
        }
        for (int i = 0; i < node.operands().size(); i++) {
            List<Reach> operand = reaches.get(node.operands().get(i));
            for (int axis = 0; axis < rank; axis++) {
                Reach mapped = switch (operand.get(axis)) {
                    case Reach.Nothing nothing -> nothing;
                    case Reach.Everything everything -> everything;
                    case Reach.Interval interval -> ReachRules.through(node, output, i, interval);
                };
                result.set(axis, result.get(axis).join(mapped));
            }
        }
        return result;
    }

    private static OptionalLong size(Reach reach) {
        return switch (reach) {
            case Reach.Nothing _ -> OptionalLong.of(0);
            case Reach.Everything _ -> OptionalLong.empty();
            case Reach.Interval(_, _, double low, double high) -> high - low < Long.MAX_VALUE / 2
                    ? OptionalLong.of((long) Math.floor(high - low + ROUNDING) + 1)
                    : OptionalLong.empty();
        };
    }
}

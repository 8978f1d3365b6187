package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Scan;
import org.sardonyx.ir.operator.Scan.Walk;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// The first version of Scan: every tensor has a batch axis first, and each batch is scanned for itself, along axis 1 and up
/// to a length of its own. It is a scan over the batch axis whose body is a scan over time; what an output has beyond a
/// batch's length is zero.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Scan.html">Scan</a>
final class BatchScan {
    private static final Walk FORWARDS = new Walk(0, false);

    private BatchScan() {}

    static List<Operand> expand(OnnxNode n, Expressions e) {
        List<Operand> batched = new ArrayList<>(IntStream.range(1, n.inputCount()).mapToObj(n::input).toList());
        int scanned = ControlFlowOperators.scannedCount(n, batched.size());
        int states = batched.size() - scanned;
        boolean[] backwards = ControlFlowOperators.backwards(n, "directions", scanned);
        List<ValueType> types = new ArrayList<>();
        for (int i = 0; i < batched.size(); i++) {
            TensorType one = ControlFlowOperators.slice(batched.get(i).tensorType(), 0);
            types.add(i < states ? one : ControlFlowOperators.slice(one, 0));
        }
        LoopBody body = LoopBody.of(n.attributes().requireGraph("body"), types, 0, states);
        n.optionalInput(0).ifPresent(batched::add);
        List<Operand> operands = new ArrayList<>(batched);
        operands.addAll(body.captures());
        Scan perBatch = new Scan(timeScan(body, batched, states, backwards), 0,
                Collections.nCopies(batched.size(), FORWARDS),
                Collections.nCopies(body.graph().outputs().size(), FORWARDS));
        return e.builder().apply(perBatch, operands);
    }

    /// The scan of one batch.
    ///
    /// @param batched the operands with a batch axis: states, tensors to walk along, and perhaps the lengths
    private static Graph timeScan(LoopBody body, List<Operand> batched, int states,
            boolean[] backwards) {
        Expressions e = new Expressions(new GraphBuilder("one batch of " + body.graph().name()));
        List<Operand> operands = new ArrayList<>();
        for (Operand operand : batched) {
            TensorType one = ControlFlowOperators.slice(operand.tensorType(), 0);
            operands.add(e.builder().input("batched " + operands.size(), one));
        }
        int scanned = backwards.length;
        Operand longest = e.sizeOf(operands.get(states), 0);
        Optional<Operand> length = operands.size() == states + scanned
                ? Optional.empty()
                : Optional.of(e.cast(e.reshape(operands.removeLast(), 1), DataType.INT64));
        List<Walk> walks = new ArrayList<>();
        for (int i = 0; i < scanned; i++) {
            walks.add(new Walk(0, backwards[i]));
            int at = states + i;
            length.ifPresent(end -> operands.set(at, e.slice(operands.get(at), 0, e.longs(0), end)));
        }
        for (Operand capture : body.captures()) {
            operands.add(e.builder().input("captured " + operands.size(), capture.type()));
        }
        int outputs = body.graph().outputs().size() - states;
        List<Operand> results = e.builder().apply(
                new Scan(body.graph(), states, walks, Collections.nCopies(outputs, FORWARDS)), operands);
        for (int i = 0; i < results.size(); i++) {
            Operand result = results.get(i);
            boolean padded = i >= states && length.isPresent();
            e.builder().output("output " + i, padded ? padded(e, result, longest, length.get()) : result);
        }
        return e.builder().build();
    }

    /// Zeros are added along axis 0 up to the longest length.
    private static Operand padded(Expressions e, Operand x, Operand longest, Operand length) {
        Operand inner = e.slice(e.shapeOf(x), 0, 1, Long.MAX_VALUE);
        Operand zeros = e.fill(x.dataType(), 0, e.concat(0, e.subtract(longest, length), inner));
        return e.concat(0, x, zeros);
    }
}

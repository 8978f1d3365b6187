package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.Scan;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// Operators of recurrent language models, which take the state they left behind at the tokens before.
final class StatefulOperators {
    private StatefulOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("CausalConvWithState", 27).inputs(2, 4).asMany(StatefulOperators::causalConvolution);
        c.operator("LinearAttention", 27).inputs(3, 6).asMany(StatefulOperators::linearAttention);
    }

    /// A depthwise convolution over `[batch, channels, length]` that sees no later element. The state is as many elements
    /// before the first as the kernel reaches back.
    ///
    /// @see <a href="https://onnx.ai/onnx/operators/onnx__CausalConvWithState.html">CausalConvWithState</a>
    private static List<Operand> causalConvolution(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        Operand weights = n.input(1);
        Dimension channels = weights.shape().dimension(0);
        if (n.rank(0) != 3 || n.rank(1) != 3 || !channels.isConstant() || channels.size() < 1) {
            throw new ModelException("input " + x.type() + " and weights " + weights.type()
                    + ", expected rank 3 and a fixed number of channels");
        }
        Operand reach = e.subtract(e.sizeOf(weights, 2), 1);
        Operand before = n.optionalInput(3)
                .orElseGet(() -> e.fill(x.dataType(), 0, e.concat(0, e.sizeOf(x, 0), e.sizeOf(x, 1), reach)));
        Operand padded = e.concat(2, before, x);
        Window window = Window.unit(1);
        Operand sum = e.apply(new Convolution(window, channels.size()), padded, weights);
        Operand biased = n.hasInput(2) ? e.add(sum, e.reshape(n.input(2), 1, -1, 1)) : sum;
        boolean activated = !n.attributes().word("activation", "none", "none", "silu", "swish").equals("none");
        Operand result = activated ? e.widened(biased, y -> ActivationOperators.swish(e, y, 1)) : biased;
        Operand state = e.slice(padded, 2, e.sizeOf(x, 2), e.longs(Long.MAX_VALUE));
        return List.of(result, state);
    }

    /// Attention without softmax: a matrix per head is updated by each key and value and read by each query.
    ///
    /// @see <a href="https://onnx.ai/onnx/operators/onnx__LinearAttention.html">LinearAttention</a>
    private static List<Operand> linearAttention(OnnxNode n, Expressions e) {
        Attributes a = n.attributes();
        long queryHeads = a.requireInteger("q_num_heads");
        long heads = a.requireInteger("kv_num_heads");
        if (heads < 1 || queryHeads < 1 || queryHeads % heads != 0) {
            throw new ModelException(
                    queryHeads + " heads of queries are not a multiple of " + heads + " heads of keys");
        }
        String rule = a.word("update_rule", "gated_delta", "linear", "gated", "delta", "gated_delta");
        boolean gated = rule.startsWith("gated");
        boolean corrected = rule.endsWith("delta");
        if (n.hasInput(4) != gated || n.hasInput(5) != corrected) {
            throw new ModelException(
                    "with update rule '" + rule + "' the input decay is " + (gated ? "required" : "not allowed")
                            + " and beta is " + (corrected ? "required" : "not allowed"));
        }
        List<Operand> walked =
                new ArrayList<>(List.of(unpacked(e, n.input(0), queryHeads), unpacked(e, n.input(1), heads),
                        unpacked(e, n.input(2), heads)));
        n.optionalInput(4).ifPresent(decay -> walked.add(unpacked(e, decay, heads)));
        n.optionalInput(5).ifPresent(beta -> walked.add(e.unsqueeze(e.cast(beta, DataType.FLOAT32), 3)));
        Operand key = walked.get(1);
        Operand sizes = e.concat(0, e.sizeOf(key, 0), e.longs(heads), e.sizeOf(key, 3), e.sizeOf(walked.get(2), 3));
        Operand first = n.optionalInput(3).map(state -> e.cast(state, DataType.FLOAT32))
                .orElseGet(() -> e.fill(DataType.FLOAT32, 0, sizes));
        double scale = a.number("scale", 0);
        Scan scan = new Scan(body(first, walked, gated, corrected), 1,
                walked.stream().map(_ -> new Scan.Walk(1, false)).toList(), List.of(new Scan.Walk(1, false)));
        walked.addFirst(first);
        List<Operand> results = e.builder().apply(scan, walked);
        Operand factor = scale == 0
                ? e.power(e.cast(e.sizeOf(key, 3), DataType.FLOAT32), e.scalar(DataType.FLOAT32, -0.5))
                : e.scalar(DataType.FLOAT32, scale);
        Operand read = e.multiply(results.get(1), factor);
        Operand output = e.reshape(read, e.concat(0, e.sizeOf(read, 0), e.sizeOf(read, 1), e.longs(-1)));
        return List.of(e.castLike(output, n.input(0)),
                e.castLike(results.get(0), n.optionalInput(3).orElse(n.input(0))));
    }

    /// `[batch, length, heads * size]` to `[batch, length, heads, size]` in float32
    private static Operand unpacked(Expressions e, Operand x, long heads) {
        Operand sizes = e.concat(0, e.sizeOf(x, 0), e.sizeOf(x, 1), e.longs(heads, -1));
        return e.reshape(e.cast(x, DataType.FLOAT32), sizes);
    }

    /// What happens at each token. Where sizes are open, the state after a token may be of other sizes than before it as far as
    /// is known.
    private static Graph body(Operand first, List<Operand> walked, boolean gated, boolean corrected) {
        ValueType state = first.type();
        while (true) {
            Graph body = step(state, walked, gated, corrected);
            ValueType joined = state.join(body.outputs().get("state").type());
            if (joined.equals(state)) {
                return body;
            }
            state = joined;
        }
    }

    /// What happens at one token. The state is `[batch, heads, key size, value size]`.
    private static Graph step(ValueType before, List<Operand> walked, boolean gated, boolean corrected) {
        GraphBuilder builder = new GraphBuilder("token");
        Expressions e = new Expressions(builder);
        Operand state = builder.input("state", before);
        List<Operand> slices = IntStream.range(0, walked.size())
                .mapToObj(i -> builder.input("slice " + i, withoutLength(walked.get(i)))).toList();
        Operand query = e.unsqueeze(slices.get(0), 2);
        Operand key = e.unsqueeze(slices.get(1), 2);
        Operand value = e.unsqueeze(slices.get(2), 2);
        Optional<Operand> decay = gated ? Optional.of(e.unsqueeze(slices.get(3), 3)) : Optional.empty();
        Operand kept = decay.map(rate -> e.multiply(state, e.exponential(rate))).orElse(state);
        Operand written = corrected
                ? e.multiply(e.subtract(value, e.matMul(key, kept)), e.unsqueeze(slices.getLast(), 3))
                : value;
        Operand next = e.add(kept, e.matMul(e.swapAxes(key, 2, 3), written));
        builder.output("state", next);
        builder.output("read", e.squeeze(e.matMul(query, AttentionOperators.repeatHeads(e, next, query)), 2));
        return builder.build();
    }

    private static TensorType withoutLength(Operand walked) {
        List<Dimension> dimensions = new ArrayList<>(walked.shape().dimensions());
        dimensions.remove(1);
        return walked.tensorType().withShape(Shape.of(dimensions));
    }
}

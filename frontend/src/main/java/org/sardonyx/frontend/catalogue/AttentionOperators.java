package org.sardonyx.frontend.catalogue;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;

/// Scaled dot-product attention.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Attention.html">Attention</a>
final class AttentionOperators {
    private AttentionOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("Attention", 23).inputs(3, 6).asMany(AttentionOperators::attention);
        c.operator("Attention", 24, 25).inputs(3, 7).asMany(AttentionOperators::attention);
        c.operatorOf("ai.onnx.preview", "FlexAttention", 1).inputs(3).as(AttentionOperators::flexAttention);
    }

    private static List<Operand> attention(OnnxNode n, Expressions e) {
        boolean packed = n.rank(0) == 3;
        Operand query = packed ? splitHeads(e, n.input(0), n.attributes().requireInteger("q_num_heads")) : n.input(0);
        Operand key = packed ? splitHeads(e, n.input(1), n.attributes().requireInteger("kv_num_heads")) : n.input(1);
        Operand value = packed ? splitHeads(e, n.input(2), n.attributes().requireInteger("kv_num_heads")) : n.input(2);
        if (n.hasInput(4) != n.hasInput(5)) {
            throw new ModelException("past_key and past_value are given together or not at all");
        }
        Operand presentKey = n.hasInput(4) ? e.concat(2, n.input(4), key) : key;
        Operand presentValue = n.hasInput(5) ? e.concat(2, n.input(5), value) : value;

        Operand scores = scores(n, e, query, presentKey);
        double cap = n.attributes().number("softcap", 0);
        Operand capped = cap > 0
                ? e.multiply(e.unary(UnaryFunction.HYPERBOLIC_TANGENT, e.divide(scores, cap)), cap)
                : scores;
        Optional<Operand> bias = AttentionBias.of(n, e, query, presentKey);
        Operand biased = bias.isPresent() ? e.add(capped, bias.get()) : capped;

        DataType precision = n.attributes().dataType("softmax_precision").orElse(query.dataType());
        Operand softmax = softmax(e, e.cast(biased, precision));
        Operand probabilities = bias.isPresent() ? zeroWhereAllMasked(e, softmax, bias.get()) : softmax;
        Operand weights = e.cast(probabilities, query.dataType());
        Operand result = e.matMul(e.castLike(weights, presentValue), repeatHeads(e, presentValue, query));
        Operand shown = switch ((int) n.attributes().integer("qk_matmul_output_mode", 0)) {
            case 0 -> scores;
            case 1 -> capped;
            case 2 -> biased;
            case 3 -> weights;
            default -> throw new ModelException("attribute 'qk_matmul_output_mode' is not one of 0, 1, 2, 3");
        };
        return List.of(packed ? joinHeads(e, result) : result, presentKey, presentValue, shown);
    }

    private static Operand flexAttention(OnnxNode n, Expressions e) {
        Operand query = n.input(0);
        DataType type = query.dataType();
        DataType precision = n.attributes().dataType("softmax_precision")
                .orElse(type.bits() < 32 ? DataType.FLOAT32 : type);
        Operand scores = modified(n, e, "score_mod", e.cast(scores(n, e, query, n.input(1)), precision));
        Operand probabilities = modified(n, e, "prob_mod", softmax(e, scores));
        Operand value = repeatHeads(e, n.input(2), query);
        return e.castLike(e.matMul(e.cast(probabilities, precision), e.cast(value, precision)), n.input(2));
    }

    /// Applies a graph of one input and one output, given in an attribute, if there is one.
    private static Operand modified(OnnxNode n, Expressions e, String attribute, Operand x) {
        return n.attributes().graph(attribute).map(graph -> graph.inline(List.of(x)).getFirst()).orElse(x);
    }

    /// The product of queries and keys, each scaled by the square root of the scale.
    private static Operand scores(OnnxNode n, Expressions e, Operand query, Operand key) {
        Operand root = n.attributes().number("scale").map(scale -> e.scalarLike(query, Math.sqrt(scale)))
                .orElseGet(() -> defaultScaleRoot(e, query));
        Operand keys = repeatHeads(e, key, query);
        return e.matMul(e.multiply(query, root), e.multiply(e.swapAxes(keys, -1, -2), root));
    }

    private static Operand defaultScaleRoot(Expressions e, Operand query) {
        Operand headSize = e.squeeze(e.cast(e.sizeOf(query, 3), DataType.FLOAT64), 0);
        return e.castLike(e.power(headSize, e.scalar(DataType.FLOAT64, -0.25)), query);
    }

    /// Softmax along the last axis; a row of nothing but negative infinity becomes zeros.
    private static Operand softmax(Expressions e, Operand x) {
        Operand largest = e.largest(x, -1);
        Operand finite = e.select(isNegativeInfinity(e, largest), e.scalarLike(x, 0), largest);
        Operand exponentials = e.exponential(e.subtract(x, finite));
        Operand sum = e.sum(exponentials, -1);
        return e.divide(exponentials, e.select(e.equal(sum, e.scalarLike(sum, 0)), e.scalarLike(sum, 1), sum));
    }

    private static Operand isNegativeInfinity(Expressions e, Operand x) {
        return e.equal(x, e.scalarLike(x, Double.NEGATIVE_INFINITY));
    }

    private static Operand zeroWhereAllMasked(Expressions e, Operand probabilities, Operand bias) {
        return e.select(isNegativeInfinity(e, e.largest(bias, -1)), e.scalarLike(probabilities, 0), probabilities);
    }

    /// `[batch, length, heads * size]` to `[batch, heads, length, size]`
    static Operand splitHeads(Expressions e, Operand x, long heads) {
        Operand sizes = e.concat(0, e.sizeOf(x, 0), e.sizeOf(x, 1), e.longs(heads, -1));
        return e.transpose(e.reshape(x, sizes), 0, 2, 1, 3);
    }

    /// `[batch, heads, length, size]` to `[batch, length, heads * size]`
    static Operand joinHeads(Expressions e, Operand x) {
        Operand sizes = e.concat(0, e.sizeOf(x, 0), e.sizeOf(x, 2), e.longs(-1));
        return e.reshape(e.transpose(x, 0, 2, 1, 3), sizes);
    }

    /// Repeats each head of keys or values so that there are as many as heads of queries.
    static Operand repeatHeads(Expressions e, Operand x, Operand query) {
        Dimension wanted = query.shape().dimension(1);
        Dimension found = x.shape().dimension(1);
        if (wanted.sameSize(found)) {
            return x;
        }
        boolean known = wanted.isConstant() && found.isConstant();
        if (known && (found.size() == 0 || wanted.size() % found.size() != 0)) {
            throw new ModelException(wanted + " heads of queries are not a multiple of " + found + " heads of keys");
        }
        Operand heads = e.sizeOf(query, 1);
        Operand repeats = e.divide(heads, e.sizeOf(x, 1));
        Operand sizes = e.concat(0, e.sizeOf(x, 0), e.sizeOf(x, 1), repeats, e.sizeOf(x, 2), e.sizeOf(x, 3));
        Operand joined = e.concat(0, e.sizeOf(x, 0), heads, e.sizeOf(x, 2), e.sizeOf(x, 3));
        return e.reshape(e.broadcast(e.unsqueeze(x, 2), sizes), joined);
    }
}

package org.sardonyx.passes.rewrite;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Operator;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.value.Tensor;

/// The place where a [Rule] is applied: what is known there, and the builder of what comes in its place. New nodes come from
/// the same node of the user's model as the one they replace, unless [#as] says otherwise.
public final class Site {
    private final Node node;
    private final Rule rule;
    private final GraphBuilder builder;
    private final Map<Operand, Integer> uses;
    private final Journal journal;

    Site(Node node, Rule rule, GraphBuilder builder, Map<Operand, Integer> uses, Journal journal) {
        this.node = node;
        this.rule = rule;
        this.builder = builder;
        this.uses = uses;
        this.journal = journal;
        builder.origin(node.origin());
    }

    /// The next nodes come from the same node of the user's model as this one.
    public Site as(Node origin) {
        builder.origin(origin.origin());
        return this;
    }

    /// Adds a node. What depends on constants only is computed at once, if it is not too large.
    ///
    /// @throws org.sardonyx.ir.ModelException if the operator cannot be applied to these operands
    public Operand apply(Operator operator, Operand... operands) {
        Operand result = builder.apply(operator, operands);
        return ConstantFolding.evaluate(result.node()).map(this::constant).orElse(result);
    }

    /// Adds copies of the nodes of a graph.
    ///
    /// @param arguments what the graph's inputs stand for
    /// @return what its outputs become
    public List<Operand> inline(Graph graph, List<Operand> arguments) {
        return builder.inline(graph, arguments);
    }

    public Operand constant(Tensor tensor) {
        return builder.constant(tensor);
    }

    /// A vector of int64.
    public Operand longs(long... elements) {
        return constant(Tensor.vector(elements));
    }

    public Operand longs(List<Long> elements) {
        return longs(elements.stream().mapToLong(Long::longValue).toArray());
    }

    public Operand binary(BinaryFunction function, Operand a, Operand b) {
        return apply(new Binary(function), a, b);
    }

    public Operand reshape(Operand x, long... sizes) {
        return apply(new Reshape(false), x, longs(sizes));
    }

    public Operand transpose(Operand x, int... permutation) {
        return apply(new Transpose(Arrays.stream(permutation).boxed().toList()), x);
    }

    /// The value of an operand that is a constant.
    public Optional<Tensor> constant(Operand operand) {
        return builder.constant(operand);
    }

    public boolean isConstant(Operand operand) {
        return constant(operand).isPresent();
    }

    /// The elements of an operand that is a constant tensor of integers.
    public Optional<long[]> integers(Operand operand) {
        return constant(operand).filter(tensor -> tensor.dataType().isInteger()).map(Tensor::toLongs);
    }

    /// The elements of a small integer operand as dimensions.
    public Optional<List<Dimension>> dimensions(Operand operand) {
        return builder.dimensions(operand);
    }

    /// Whether nothing but the node at hand, or what leads to it, uses the operand, as far as can be told: to rewrite it
    /// leaves no work behind. Not for questions of right and wrong.
    public boolean isOnlyUse(Operand operand) {
        return uses.getOrDefault(operand, 1) <= 1;
    }

    /// Tells why the rule does not apply here, where a reader might expect that it does.
    ///
    /// @return empty
    public Optional<Operand> refuse(String reason) {
        journal.refused(new Journal.Entry(rule.name(), Journal.where(node), reason));
        return Optional.empty();
    }
}

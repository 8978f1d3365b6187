package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Operator;
import org.sardonyx.passes.rewrite.Site;

/// `(y + bias) * scale` where y is a convolution or a matrix product with constant weights and used here only, or without a
/// bias, or with a quotient: what rules that move scales into weights look for.
///
/// @param scale that by which the node at hand multiplies or divides, any constant
/// @param function either
record ScaledProduct(Node product, Optional<Operand> bias, BinaryFunction function, Operand scale) {

    /// @param kind of the product
    static Optional<ScaledProduct> of(Class<? extends Operator> kind, Node node, Site site) {
        if (!(node.operator() instanceof Binary(BinaryFunction function))
                || function != BinaryFunction.MULTIPLY && function != BinaryFunction.DIVIDE
                || !site.isConstant(node.operands().get(1)) || !node.output(0).dataType().isFloat()) {
            return Optional.empty();
        }
        Operand scaled = node.operands().getFirst();
        boolean biased = Products.isWithConstant(scaled.node(), BinaryFunction.ADD, site);
        Operand product = biased ? scaled.node().operands().getFirst() : scaled;
        if (!kind.isInstance(product.node().operator()) || !site.isConstant(product.node().operands().get(1))) {
            return Optional.empty();
        }
        if (!site.isOnlyUse(scaled) || !site.isOnlyUse(product)) {
            site.refuse("what is scaled is used elsewhere too");
            return Optional.empty();
        }
        Optional<Operand> bias = biased ? Optional.of(scaled.node().operands().get(1)) : Optional.empty();
        return Optional.of(new ScaledProduct(product.node(), bias, function, node.operands().get(1)));
    }

    /// The product with scaled weights, and with the scaled bias.
    ///
    /// @param aligned the scale in a shape that broadcasts with the weights
    Optional<Operand> scaled(Site site, Operand aligned) {
        Operand weights = site.binary(function, product.operands().get(1), aligned);
        if (!Products.isFinite(site, weights) || !Products.isFinite(site, aligned)) {
            return site.refuse("scaled weights would not be finite");
        }
        Optional<Operand> scaledBias = bias.map(b -> site.binary(function, b, scale));
        Operand result = site.as(product).apply(product.operator(), product.operands().getFirst(), weights);
        return Optional.of(scaledBias.map(b -> site.binary(BinaryFunction.ADD, result, b)).orElse(result));
    }
}

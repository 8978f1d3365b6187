package org.sardonyx.frontend.catalogue;

import java.util.Optional;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Reduce;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.value.Tensor;

/// Over which axes one of ONNX's reductions goes, and what becomes of them.
///
/// @param axes a vector of integers, or absent for none; what no axes mean, `nothingIfEmpty` says
/// @param keepDimensions whether a reduced axis stays with size 1
/// @param nothingIfEmpty whether no axes mean no reduction (every axis otherwise)
record Reduction(Optional<Operand> axes, boolean keepDimensions, boolean nothingIfEmpty) {

    /// As the inputs and attributes of a node tell, those of all versions.
    static Reduction of(OnnxNode n, Expressions e) {
        Optional<Operand> axes = n.optionalInput(1).or(() -> n.attributes().integers("axes").map(e::longs));
        return new Reduction(axes, n.attributes().flag("keepdims", true),
                n.attributes().flag("noop_with_empty_axes", false));
    }

    Reduction keeping(boolean keep) {
        return new Reduction(axes, keep, nothingIfEmpty);
    }

    private Optional<Long> axisCount() {
        if (axes.isEmpty()) {
            return Optional.of(0L);
        }
        Shape vector = axes.get().shape();
        return Optional.of(vector).filter(shape -> shape.isStatic() && shape.rank() == 1)
                .map(shape -> shape.dimension(0).size());
    }

    /// Reduces a tensor.
    Operand of(Expressions e, ReduceFunction function, Operand x) {
        Reduce reduce = new Reduce(function, keepDimensions);
        if (!nothingIfEmpty) {
            return e.apply(reduce, x, axes.orElseGet(e::longs));
        }
        Optional<Long> count = axisCount();
        if (count.isPresent()) {
            return count.get() == 0 ? x : e.apply(reduce, x, axes.get());
        }
        // The axes may turn out to be none: one more of size 1 is reduced in any case.
        Operand zero = e.constant(Tensor.scalar(0));
        Operand given = e.castLike(axes.get(), zero);
        Operand shifted = e.select(e.less(given, zero), given, e.add(given, 1));
        Operand reduced = e.apply(reduce, e.unsqueeze(x, 0), e.concat(0, e.longs(0), shifted));
        return keepDimensions ? e.squeeze(reduced, 0) : reduced;
    }

    /// How many elements of the tensor are combined into one, an int64.
    Operand count(Expressions e, Operand x) {
        Operand shape = e.shapeOf(x);
        Operand all = e.reduce(ReduceFunction.PRODUCT, shape, false, e.longs(0));
        Operand none = e.constant(Tensor.scalar(1));
        Operand ofNoAxes = nothingIfEmpty ? none : all;
        if (axes.isEmpty() || axisCount().equals(Optional.of(0L))) {
            return ofNoAxes;
        }
        Operand some = e.reduce(ReduceFunction.PRODUCT, e.gather(shape, axes.get(), 0), false, e.longs(0));
        if (axisCount().isPresent()) {
            return some;
        }
        Operand isEmpty = e.equal(e.squeeze(e.shapeOf(axes.get()), 0), e.constant(Tensor.scalar(0)));
        return e.select(isEmpty, ofNoAxes, some);
    }
}

package org.sardonyx.frontend.catalogue;

import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Loop;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Decision trees. All samples walk down all trees at once, one step in each iteration of a loop that is as long as the
/// deepest tree; a leaf leads to itself.
///
/// @param branches the inner nodes
/// @param leaves how many leaves there are
/// @param roots where the trees start, as branches refer to nodes
record Forest(List<Branch> branches, int leaves, List<Integer> roots) {
    private static final int MAXIMUM_DEPTH = 10_000;

    /// How a feature is compared with the number of a branch.
    enum Test {
        AT_MOST,
        BELOW,
        AT_LEAST,
        ABOVE,
        EQUAL,
        NOT_EQUAL
    }

    /// An inner node. Of the nodes it leads to, leaf `i` is written as `-1 - i`, and a branch as its number.
    ///
    /// @param missing whether a NaN goes where a true comparison goes
    record Branch(Test test, long feature, double number, boolean missing, int whenTrue, int whenFalse) {}

    Forest {
        branches = List.copyOf(branches);
        roots = List.copyOf(roots);
        if (roots.isEmpty()) {
            throw new ModelException("there is no tree");
        }
        for (Branch branch : branches) {
            requireNode(branch.whenTrue, branches.size(), leaves);
            requireNode(branch.whenFalse, branches.size(), leaves);
        }
        for (int root : roots) {
            requireNode(root, branches.size(), leaves);
        }
    }

    private static void requireNode(int node, int branches, int leaves) {
        if (node >= branches || node < -leaves) {
            throw new ModelException(node < 0
                    ? "leaf " + (-1 - node) + " of " + leaves
                    : "node " + node + " of " + branches);
        }
    }

    /// The most branches on the way from a root to a leaf.
    private int depth() {
        BitSet level = new BitSet();
        roots.stream().filter(root -> root >= 0).forEach(level::set);
        int depth = 0;
        while (!level.isEmpty()) {
            BitSet next = new BitSet();
            for (int node = level.nextSetBit(0); node >= 0; node = level.nextSetBit(node + 1)) {
                Branch branch = branches.get(node);
                if (branch.whenTrue >= 0) {
                    next.set(branch.whenTrue);
                }
                if (branch.whenFalse >= 0) {
                    next.set(branch.whenFalse);
                }
            }
            level = next;
            if (++depth > Math.min(branches.size(), MAXIMUM_DEPTH)) {
                throw new ModelException(depth > branches.size()
                        ? "a tree leads back to itself"
                        : "a tree is deeper than " + MAXIMUM_DEPTH);
            }
        }
        return depth;
    }

    /// The leaf in which each sample ends in each tree.
    ///
    /// @param x float32 or float64, `[sample, feature]`
    /// @return int64, `[sample, tree]`
    Operand leavesOf(Expressions e, Operand x) {
        Operand starts = e.longs(roots.stream().mapToLong(this::place).toArray());
        Operand first = e.broadcast(starts, e.concat(0, e.sizeOf(x, 0), e.longs(roots.size())));
        Loop walk = new Loop(step(first.tensorType(), x.tensorType()), 1);
        Operand last = e.apply(walk, e.constant(Tensor.scalar(depth())),
                e.constant(Tensor.ofBooleans(new long[0], true)), first, x);
        return e.subtract(last, branches.size());
    }

    /// Branches come first in the tables, then leaves.
    private long place(int node) {
        return node >= 0 ? node : branches.size() + (-1L - node);
    }

    private Graph step(TensorType nodes, TensorType samples) {
        GraphBuilder body = new GraphBuilder("step down the trees");
        Expressions e = new Expressions(body);
        body.input("step", TensorType.of(DataType.INT64));
        Operand condition = body.input("condition", TensorType.of(DataType.BOOL));
        Operand node = body.input("node", nodes);
        Operand x = body.input("x", samples);
        Function<ToLongFunction<Branch>, Operand> ofNode =
                of -> e.gather(e.longs(table(of)), node, 0);
        Operand feature = e.gatherElements(x, ofNode.apply(Branch::feature), 1);
        Operand holds = comparison(e, node, feature, ofNode);
        Operand whenTrue = e.gather(e.longs(successors(Branch::whenTrue)), node, 0);
        Operand whenFalse = e.gather(e.longs(successors(Branch::whenFalse)), node, 0);
        body.output("condition", condition);
        body.output("node", e.select(holds, whenTrue, whenFalse));
        return body.build();
    }

    private Operand comparison(Expressions e, Operand node, Operand feature,
            Function<ToLongFunction<Branch>, Operand> ofNode) {
        double[] numbers = new double[branches.size() + leaves];
        for (int i = 0; i < branches.size(); i++) {
            numbers[i] = branches.get(i).number;
        }
        Operand table = e.constant(Tensor.ofDoubles(feature.dataType(), new long[] {numbers.length}, numbers));
        Operand number = e.gather(table, node, 0);
        Operand test = ofNode.apply(branch -> branch.test.ordinal());
        Operand holds = e.constant(Tensor.ofBooleans(new long[0], false));
        for (Test one : branches.stream().map(Branch::test).distinct().toList()) {
            Operand compared = switch (one) {
                case AT_MOST -> e.lessOrEqual(feature, number);
                case BELOW -> e.less(feature, number);
                case AT_LEAST -> e.lessOrEqual(number, feature);
                case ABOVE -> e.less(number, feature);
                case EQUAL -> e.equal(feature, number);
                case NOT_EQUAL -> e.not(e.equal(feature, number));
            };
            holds = e.select(e.equal(test, e.constant(Tensor.scalar(one.ordinal()))), compared, holds);
        }
        if (branches.stream().anyMatch(Branch::missing)) {
            Operand missing = e.cast(ofNode.apply(branch -> branch.missing ? 1 : 0), DataType.BOOL);
            holds = e.or(holds, e.and(missing, e.not(e.equal(feature, feature))));
        }
        return holds;
    }

    /// A number for each branch, and 0 for each leaf.
    private long[] table(ToLongFunction<Branch> of) {
        long[] table = new long[branches.size() + leaves];
        for (int i = 0; i < branches.size(); i++) {
            table[i] = of.applyAsLong(branches.get(i));
        }
        return table;
    }

    private long[] successors(Function<Branch, Integer> of) {
        long[] table = table(branch -> place(of.apply(branch)));
        for (int i = branches.size(); i < table.length; i++) {
            table[i] = i;
        }
        return table;
    }
}

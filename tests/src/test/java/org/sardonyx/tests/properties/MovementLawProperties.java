package org.sardonyx.tests.properties;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Laws of operators that move elements, for every element type there is: what one does the other undoes, bit by bit.
class MovementLawProperties {
    private static Tensor any(Draw draw, long... sizes) {
        return draw.tensor(draw.of(DataType.values()), sizes, Elements.ANY);
    }

    private static OperatorCase of(String operator) {
        return OperatorCase.of(operator, 21);
    }

    private static Tensor run(Draw draw, OperatorCase operatorCase) {
        return Oracle.interpreted(draw, operatorCase).getFirst();
    }

    private static void same(Tensor expected, Tensor actual, String law) {
        assertTrue(expected.sameContent(actual), () -> law + ": expected " + OperatorCase.text(expected) + ", found "
                + OperatorCase.text(actual));
    }

    @Property(tries = 100, seed = Draw.SEED)
    void transposingBackAndForth(@ForAll Draw draw) {
        Tensor x = any(draw, draw.sizes(0, 4));
        List<Integer> axes = draw.shuffled(IntStream.range(0, x.rank()).boxed().toList());
        long[] forth = axes.stream().mapToLong(Integer::longValue).toArray();
        long[] back = IntStream.range(0, x.rank()).mapToLong(axes::indexOf).toArray();
        Tensor y = run(draw, of("Transpose").ranked(x).with("perm", forth));
        same(x, run(draw, of("Transpose").ranked(y).with("perm", back)), "transposed twice");
    }

    @Property(tries = 100, seed = Draw.SEED)
    void reshapingKeepsElements(@ForAll Draw draw) {
        Tensor x = any(draw, draw.filledSizes(0, 4));
        Tensor row = run(draw, of("Reshape").input(x).input(-1));
        same(x.reshaped(x.size()), row, "reshaped to a row");
        same(x, run(draw, of("Reshape").input(row).input(x.sizes())), "reshaped back");
    }

    @Property(tries = 100, seed = Draw.SEED)
    void concatenatingAndSplitting(@ForAll Draw draw) {
        DataType type = draw.of(DataType.values());
        long[] sizes = draw.sizes(1, 3);
        int axis = draw.integer(0, sizes.length - 1);
        long[] parts = draw.integers(draw.integer(1, 3), 0, 3);
        OperatorCase concat = of("Concat").with("axis", axis);
        List<Tensor> tensors = Arrays.stream(parts).mapToObj(part -> {
            sizes[axis] = part;
            return draw.tensor(type, sizes, Elements.ANY);
        }).toList();
        tensors.forEach(concat::input);
        DataType[] types = new DataType[parts.length];
        Arrays.fill(types, type);
        List<Tensor> split = Oracle.interpreted(draw,
                of("Split").with("axis", axis).input(run(draw, concat)).input(parts).yields(types));
        for (int i = 0; i < parts.length; i++) {
            same(tensors.get(i), split.get(i), "part " + i);
        }
    }

    @Property(tries = 100, seed = Draw.SEED)
    void reversingTwice(@ForAll Draw draw) {
        Tensor x = any(draw, draw.sizes(1, 4));
        long[] axis = {draw.integer(0, x.rank() - 1)};
        Tensor reversed = x;
        for (int i = 0; i < 2; i++) {
            reversed = run(draw,
                    of("Slice").ranked(reversed).input(-1).input(Long.MIN_VALUE).input(axis).input(-1));
        }
        same(x, reversed, "reversed twice");
    }

    @Property(tries = 100, seed = Draw.SEED)
    void paddingAndSlicing(@ForAll Draw draw) {
        Tensor x = any(draw, draw.sizes(1, 3));
        int rank = x.rank();
        long[] pads = draw.integers(2 * rank, 0, 3);
        OperatorCase pad = of("Pad").with("mode", "constant").input(x).input(pads);
        Tensor padded = run(draw, draw.flag() ? pad : pad.input(draw.tensor(x.dataType(), new long[0], Elements.ANY)));
        long[] starts = Arrays.copyOf(pads, rank);
        long[] ends = new long[rank];
        Arrays.setAll(ends, i -> starts[i] + x.size(i));
        same(x, run(draw, of("Slice").ranked(padded).input(starts).input(ends)), "padded and cut");
    }

    @Property(tries = 100, seed = Draw.SEED)
    void tilingAndExpanding(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 3);
        int axis = draw.integer(0, sizes.length - 1);
        sizes[axis] = 1;
        Tensor x = any(draw, sizes);
        long[] wanted = sizes.clone();
        wanted[axis] = draw.integer(0, 4);
        long[] repeats = new long[sizes.length];
        Arrays.fill(repeats, 1);
        repeats[axis] = wanted[axis];
        Tensor tiled = run(draw, of("Tile").ranked(x).input(repeats));
        Tensor expanded = run(draw, of("Expand").input(x).input(wanted));
        same(tiled, expanded, "tiled and expanded");
    }

    @Property(tries = 100, seed = Draw.SEED)
    void gatheringInAnotherOrder(@ForAll Draw draw) {
        Tensor x = any(draw, draw.filledSizes(1, 3));
        int axis = draw.integer(0, x.rank() - 1);
        List<Integer> order = draw.shuffled(IntStream.range(0, (int) x.size(axis)).boxed().toList());
        long[] forth = order.stream().mapToLong(Integer::longValue).toArray();
        long[] back = IntStream.range(0, order.size()).mapToLong(order::indexOf).toArray();
        Tensor y = run(draw, of("Gather").with("axis", axis).input(x).input(forth));
        same(x, run(draw, of("Gather").with("axis", axis).input(y).input(back)), "gathered back");
    }

    @Property(tries = 100, seed = Draw.SEED)
    void scatteringAndGathering(@ForAll Draw draw) {
        Tensor x = any(draw, draw.integer(1, 6), draw.integer(1, 3));
        List<Integer> rows = draw.shuffled(IntStream.range(0, (int) x.size(0)).boxed().toList())
                .subList(0, draw.integer(1, (int) x.size(0)));
        Tensor places = Tensor.allocate(DataType.INT64, rows.size(), 1);
        for (int i = 0; i < rows.size(); i++) {
            places.setLong(i, rows.get(i));
        }
        Tensor update = draw.tensor(x.dataType(), new long[] {rows.size(), x.size(1)}, Elements.ANY);
        Tensor scattered = run(draw, of("ScatterND").ranked(x).ranked(places).input(update));
        same(update, run(draw, of("GatherND").ranked(scattered).ranked(places)), "scattered and gathered");
    }

    @Property(tries = 100, seed = Draw.SEED)
    void selecting(@ForAll Draw draw) {
        DataType type = draw.of(DataType.values());
        List<long[]> sizes = draw.broadcasting(3, 3);
        Tensor condition = draw.tensor(DataType.BOOL, sizes.get(0), Elements.ANY);
        Tensor a = draw.tensor(type, sizes.get(1), Elements.ANY);
        Tensor b = draw.tensor(type, sizes.get(2), Elements.ANY);
        Tensor not = run(draw, of("Not").input(condition));
        same(run(draw, of("Where").input(condition).input(a).input(b).yields(type)),
                run(draw, of("Where").input(not).input(b).input(a).yields(type)), "the other way round");
    }

    @Property(tries = 100, seed = Draw.SEED)
    void blocksBackAndForth(@ForAll Draw draw) {
        int block = draw.integer(1, 3);
        Tensor x = any(draw, draw.integer(1, 2), draw.integer(1, 2), (long) block * draw.integer(1, 2),
                (long) block * draw.integer(1, 2));
        Tensor deep = run(draw, of("SpaceToDepth").with("blocksize", block).ranked(x));
        same(x, run(draw, of("DepthToSpace").with("blocksize", block).ranked(deep)), "blocks to depth and back");
    }
}

package org.sardonyx.codegen.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.codegen.kernel.GroupProduct.Weights;
import org.sardonyx.codegen.kernel.RenderedKernelsTest.Case;
import org.sardonyx.codegen.kernel.WindowProduct.Window;
import org.sardonyx.ir.loop.LoopInterpreter;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.loop.MatrixForm;
import org.sardonyx.ir.loop.NumberFormat;

/// Kernels that multiply small matrices compute what those do that multiply number by number, if all factors are rounded.
class MatrixProductTest {
    private static final int ELEMENTS = 1 << 16;
    private static final int GROUPS = 2;
    private static final GroupTile PLAIN = new GroupTile(32, 32, 16, 4, 4);
    private static final int SLICE = 9000;

    /// A product in one of the ways of [GroupCases].
    record Given(MatrixTile tile, Window window, long run, long channels, boolean isPadded, boolean isWhole) {
        Case with(ProductTile other) {
            return GroupCases.product(other, window, Weights.PACKED, run, channels, isPadded, isWhole);
        }
    }

    static Stream<Given> products() {
        List<Given> products = new ArrayList<>();
        for (MatrixForm form : MatrixForm.values()) {
            MatrixTile small = new MatrixTile(32, 32, 16, 16, form);
            products.add(new Given(small, Window.RUN, 64, 32, false, true));
            products.add(new Given(small, Window.TAPS, 20, 12, true, true));
            products.add(new Given(small, Window.ROWS, 7, 13, false, true));
            products.add(new Given(small, Window.TAPS, 9, 10, true, false));
            products.add(new Given(new MatrixTile(32, 64, 16, 32, form), Window.TAPS, 8, 30, true, true));
            products.add(new Given(new MatrixTile(64, 32, 32, 16, form), Window.RUN, 36, 24, false, false));
            products.add(new Given(new MatrixTile(64, 64, 32, 32, form), Window.ROWS, 40, 20, false, true));
            products.add(new Given(new MatrixTile(128, 128, 64, 32, form), Window.TAPS, 12, 20, true, true));
        }
        return products.stream();
    }

    @ParameterizedTest
    @MethodSource("products")
    void computesWhatOtherTilesDo(Given given) {
        float[] expected = result(given, PLAIN);
        float[] found = result(given, given.tile);
        double largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], 1e-6 * largest, given + " element " + i);
        }
    }

    /// The result, or the sum of all slices. What is not written keeps its number.
    private static float[] result(Given given, ProductTile tile) {
        NumberFormat format = given.tile.form().format();
        Case product = given.with(tile);
        LoopKernel kernel = product.kernel().withHalves(
                format == NumberFormat.FLOAT16 && tile instanceof MatrixTile ? Set.of("w") : Set.of());
        SplittableRandom random = new SplittableRandom(11);
        float[][] buffers = new float[kernel.buffers().size()][ELEMENTS];
        for (float[] buffer : buffers) {
            for (int i = 0; i < ELEMENTS; i++) {
                buffer[i] = format.round((float) random.nextDouble(-2, 2));
            }
        }
        buffers[1] = weights(given, tile);
        buffers[2] = new float[ELEMENTS];
        long[] parameters = kernel.parameters().stream().mapToLong(product.parameters()::get).toArray();
        LoopInterpreter.run(kernel, buffers, parameters, 0, product.extent());
        float[] y = buffers[2];
        for (int i = SLICE; i < ELEMENTS && !given.isWhole; i++) {
            y[i % SLICE] += y[i];
            y[i] = 0;
        }
        return y;
    }

    /// Numbers that depend on the group, the element of the window and the channel, in the order of a tile.
    private static float[] weights(Given given, ProductTile tile) {
        long runs = (given.window == Window.RUN ? 1 : 2) * (given.window == Window.TAPS ? 3 : 1);
        int ofStep = tile.depth() * tile.channels();
        int steps = Math.toIntExact(runs * tile.steps(given.run));
        float[] weights = new float[GROUPS * steps * ofStep];
        for (int i = 0; i < weights.length; i++) {
            int step = i / ofStep % steps;
            long element = step % tile.steps(given.run) * tile.depth() + tile.element(i % ofStep);
            long channel = tile.channel(i % ofStep);
            long window = step / tile.steps(given.run) * given.run + element;
            weights[i] = element < given.run && channel < given.channels
                    ? given.tile.form().format().round((float) new SplittableRandom(
                            (i / ofStep / steps * 10_000L + window) * 1_000 + channel).nextDouble(-2, 2))
                    : 0;
        }
        return weights;
    }

    /// Each weight of a step has its place.
    @ParameterizedTest
    @MethodSource("products")
    void weightsAreReordered(Given given) {
        Set<List<Long>> all = new HashSet<>();
        for (long i = 0; i < (long) given.tile.depth() * given.tile.channels(); i++) {
            all.add(List.of(given.tile.element(i), given.tile.channel(i)));
        }
        assertEquals(given.tile.depth() * given.tile.channels(), all.size());
    }

    @Test
    void tilesThatCannotBeSharedOutAreRefused() {
        assertEquals("32x32 by 8x16 cannot be shared out evenly", assertThrows(IllegalArgumentException.class,
                () -> new MatrixTile(32, 32, 8, 16, MatrixForm.TF32)).getMessage());
        assertEquals("64x16 cannot be read evenly by 128 items", assertThrows(IllegalArgumentException.class,
                () -> new MatrixTile(64, 16, 16, 16, MatrixForm.TF32)).getMessage());
    }
}

package org.sardonyx.codegen.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.codegen.jvm.JvmRenderer;
import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.UnaryMath;
import org.sardonyx.ir.loop.LoopInterpreter;
import org.sardonyx.ir.loop.LoopKernel;

/// What is rendered computes what the interpreter of loops does, for every tile and with vectors of every length.
class RenderedKernelsTest {
    private static final int ELEMENTS = 1 << 16;

    record Case(LoopKernel kernel, Map<String, Long> parameters, long extent) {
        @Override
        public String toString() {
            return kernel.name() + " " + kernel.buffers();
        }
    }

    private static final Epilogue EPILOGUE = new Epilogue(
            List.of(Epilogue.Operand.PER_CHANNEL, Epilogue.Operand.PER_ELEMENT),
            (_, result, operands) -> LoopCode.binary(BinaryMath.MAXIMUM,
                    LoopCode.binary(BinaryMath.ADD, LoopCode.binary(
                            BinaryMath.ADD, result, operands.get(0)), operands.get(1)),
                    LoopCode.constant(0, result.type().lanes())));

    static Stream<Case> cases() {
        return cases(List.of(1, 4, 8, 16));
    }

    static Stream<Case> cases(List<Integer> lengths) {
        List<Case> cases = new ArrayList<>();
        for (int lanes : lengths) {
            for (int[] tile : new int[][] {{1, 1}, {1, 8}, {2, 4}, {3, 4}, {6, 4}, {7, 3}, {8, 3}, {5, 2}}) {
                cases.add(product(tile[0], tile[1], lanes, WindowProduct.Window.values()[tile[0] % 3]));
            }
            for (int channels = 1; channels <= lanes / 2; channels++) {
                cases.add(dotProduct(channels, lanes));
            }
            for (WindowProduct.Window window : WindowProduct.Window.values()) {
                cases.add(fused(4, 1, lanes, window, false, 2L * lanes));
                cases.add(fused(3, 2, lanes, window, true, 2L * lanes));
                cases.add(fused(2, 2, lanes, window, true, 3L * lanes - 1));
            }
            cases.add(unstored(lanes, false));
            cases.add(unstored(lanes, true));
            for (int vectors : List.of(1, 3)) {
                cases.add(store(vectors, lanes, 7));
                cases.add(store(vectors, lanes, 2L * vectors * lanes));
                cases.add(store(vectors, lanes, 3L * vectors * lanes - 1));
            }
            for (int outputs : List.of(2, 4)) {
                cases.add(winogradInput(new Winograd(outputs), lanes));
                cases.add(winogradOutput(new Winograd(outputs), lanes));
            }
            for (WindowReduction.Function function : WindowReduction.Function.values()) {
                cases.add(reduction(function, 0, lanes, 19));
                cases.add(reduction(function, 3, lanes, 32));
            }
            for (UnaryMath function : UnaryMath.values()) {
                cases.add(pointwise(lanes, new Epilogue(List.of(Epilogue.Operand.PER_ELEMENT),
                        (_, _, operands) -> new LoopExpression.Unary(function, operands.getFirst()))));
            }
            for (LoopExpression.Relation relation : LoopExpression.Relation.values()) {
                cases.add(pointwise(lanes, new Epilogue(
                        List.of(Epilogue.Operand.PER_ELEMENT, Epilogue.Operand.PER_CHANNEL),
                        (_, zero, operands) -> new LoopExpression.Choose(relation, operands.get(0), operands.get(1),
                                zero,
                                LoopCode.binary(BinaryMath.DIVIDE, operands.get(0), operands.get(1))))));
            }
            for (BinaryMath function : BinaryMath.values()) {
                cases.add(pointwise(lanes, new Epilogue(
                        List.of(Epilogue.Operand.PER_ELEMENT, Epilogue.Operand.PER_CHANNEL),
                        (_, _, operands) -> LoopCode.binary(function, operands.get(0), operands.get(1)))));
            }
            cases.add(pointwise(lanes, new Epilogue(List.of(Epilogue.Operand.PER_ELEMENT), 2,
                    (_, zero, operands) -> List.of(operands.getFirst(),
                            LoopCode.binary(BinaryMath.SUBTRACT, zero, operands.getFirst())))));
            cases.add(copy(lanes, 1));
            cases.add(channelWindow(lanes));
            for (WindowReduction.Function function : List.of(WindowReduction.Function.SUM,
                    WindowReduction.Function.MAXIMUM, WindowReduction.Function.MINIMUM)) {
                cases.add(new Case(new RowReduction(function, lanes).kernel(), Map.of("count", 37L), 5));
            }
            cases.add(new Case(new ZeroBorder(lanes, Share.ROWS).kernel(),
                    Map.of("rows", 6L, "length", 21L, "top", 1L, "bottom", 4L, "left", 3L, "right", 17L), 12));
        }
        cases.add(copy(1, 12));
        return cases.stream();
    }

    private static void strides(Map<String, Long> parameters, String buffer, long channels) {
        parameters.putAll(
                Map.of(buffer + "_origin", 3L, buffer + "_image", 5000L, buffer + "_row", 1000L, buffer + "_pixel",
                        channels));
    }

    private static Map<String, Long> places(long width) {
        return new HashMap<>(Map.of("images", 2L, "rows", 2L, "width", width, "pixels", 2 * width - 1, "blocks", 2L,
                "all_blocks", 4L, "row_step", 4L, "block_step", 1L));
    }

    private static Case product(int pixels, int vectors, int lanes, WindowProduct.Window window) {
        Map<String, Long> parameters = places(pixels + 2L);
        parameters.putAll(Map.of("x_origin", 5L, "x_image", 900L, "x_row", 150L, "x_pixel", 6L, "x_group", 3L));
        parameters.putAll(Map.of("taps_h", 2L, "x_tap_h", 150L, "taps_w", 2L, "x_tap_w", 3L, "run", 3L, "s_block", 7L));
        return new Case(new WindowProduct(pixels, vectors, lanes, window).kernel(), parameters, 16);
    }

    /// Rows of a tile and a half.
    private static Case dotProduct(int channels, int lanes) {
        DotProduct product = DotProduct.of(channels, lanes);
        Map<String, Long> parameters = places(product.pixels() + 2L);
        parameters.putAll(Map.of("blocks", 1L, "all_blocks", 1L, "block_step", 4L, "row_step", 1L));
        parameters.putAll(Map.of("x_origin", 5L, "x_image", 900L, "x_row", 150L, "x_pixel", 6L, "taps_h", 3L, "x_tap_h",
                150L, "run", 2L * lanes));
        return new Case(product.kernel(), parameters, 4);
    }

    /// Three rows of which two are in a place, and runs that are no multiple of a chunk.
    private static Case fused(int pixels, int vectors, int lanes, WindowProduct.Window window, boolean isCut,
            long channels) {
        Map<String, Long> parameters = new HashMap<>(product(pixels, vectors, lanes, window).parameters);
        parameters.put("blocks", Math.ceilDiv(channels, (long) vectors * lanes));
        parameters.put("all_blocks", 2 * parameters.get("blocks"));
        parameters.putAll(
                Map.of("rows", 3L, "pixels", 3 * (pixels + 2L) - 1, "row_groups", 2L, "group_rows", 2L, "chunk", 2L,
                        "ahead", 3L,
                        "channels", channels, "block_step", 4L, "row_step", 1L));
        strides(parameters, "y", 2 * channels);
        strides(parameters, "e1", 2 * channels);
        return new Case(new FusedProduct(pixels, vectors, lanes, window, isCut, Optional.of(EPILOGUE)).kernel(),
                parameters,
                4 * parameters.get("all_blocks"));
    }

    /// Sums that are stored as they are.
    private static Case unstored(int lanes, boolean isCut) {
        Map<String, Long> parameters =
                new HashMap<>(fused(3, 2, lanes, WindowProduct.Window.RUN, isCut, 4L * lanes).parameters);
        parameters.putAll(
                Map.of("rows", 1L, "row_groups", 1L, "group_rows", 1L, "pixels", parameters.get("width"), "y_block",
                        500L));
        return new Case(new FusedProduct(3, 2, lanes, WindowProduct.Window.RUN, isCut, Optional.empty()).kernel(),
                parameters, 8);
    }

    private static Case store(int vectors, int lanes, long channels) {
        Map<String, Long> parameters = places(5);
        parameters.put("blocks", Math.ceilDiv(channels, (long) vectors * lanes));
        parameters.put("all_blocks", 2 * parameters.get("blocks"));
        parameters.put("block_step", 4L);
        parameters.put("row_step", 1L);
        parameters.put("channels", channels);
        strides(parameters, "y", 2 * channels);
        strides(parameters, "e1", 2 * channels);
        return new Case(new ProductStore(vectors, lanes, EPILOGUE).kernel(), parameters,
                2 * parameters.get("blocks") * 4);
    }

    private static Map<String, Long> tiles() {
        return new HashMap<>(Map.of("images", 2L, "tile_rows", 2L, "tile_columns", 3L, "chunk", 3L));
    }

    private static Case winogradInput(Winograd winograd, int lanes) {
        Map<String, Long> parameters = tiles();
        parameters.putAll(Map.of("channels", 2L * lanes, "x_origin", 1L, "x_image", 8000L, "x_row", 700L, "x_pixel",
                2L * lanes, "v_group", 400L));
        return new Case(new WinogradInput(winograd, lanes).kernel(), parameters, 6);
    }

    private static Case winogradOutput(Winograd winograd, int lanes) {
        Map<String, Long> parameters = tiles();
        parameters.putAll(Map.of("rows", 2L * winograd.outputs() - 1, "width", 3L * winograd.outputs() - 1, "channels",
                3L * lanes, "blocks", 2L, "m_group", 900L, "m_block", 300L));
        strides(parameters, "y", 48);
        strides(parameters, "e1", 48);
        return new Case(new WinogradOutput(winograd, 2, lanes, EPILOGUE).kernel(), parameters, 6);
    }

    private static Case copy(int lanes, long channel) {
        Map<String, Long> parameters = new HashMap<>(Map.of("images", 2L, "rows", 3L, "width", 4L, "channels", 19L,
                "x_origin", 1L, "x_image", 600L, "x_row", 4L, "x_pixel", 1L, "x_channel", channel));
        strides(parameters, "y", 19);
        parameters.put("y_channel", 1L);
        return new Case(new StridedCopy(lanes, Share.ROWS).kernel(), parameters, 6);
    }

    private static Case channelWindow(int lanes) {
        Map<String, Long> parameters = new HashMap<>(Map.of("images", 2L, "rows", 3L, "width", 4L, "channels", 19L,
                "taps", 3L, "x_origin", 2L, "x_image", 2000L, "x_row", 190L, "x_pixel", 22L));
        strides(parameters, "y", 19);
        strides(parameters, "e1", 19);
        return new Case(new ChannelWindow(lanes, Share.ROWS, EPILOGUE).kernel(), parameters, 6);
    }

    /// @param rows of an unrolled window
    private static Case reduction(WindowReduction.Function function, int rows, int lanes, long channels) {
        Map<String, Long> parameters = new HashMap<>(Map.of("images", 2L, "rows", 5L, "width", 8L, "channels",
                channels, "x_origin", 2L, "x_image", 6000L, "x_row", 600L, "x_pixel", 33L, "x_rows", 9L, "x_width",
                16L));
        parameters.putAll(
                Map.of("taps_h", 3L, "taps_w", 2L, "stride_h", 2L, "stride_w", 2L, "dilation_h", 1L, "dilation_w", 2L,
                        "pad_h", 1L, "pad_w", 1L, "w_tap", channels));
        strides(parameters, "y", channels);
        strides(parameters, "e1", channels);
        return new Case(new WindowReduction(function, rows, rows == 0 ? 0 : 2, lanes, Share.ROWS, EPILOGUE).kernel(),
                parameters,
                10);
    }

    private static Case pointwise(int lanes, Epilogue formula) {
        Map<String, Long> parameters =
                new HashMap<>(Map.of("images", 1L, "rows", 3L, "width", 2L, "channels", 21L));
        strides(parameters, "y", 21);
        strides(parameters, "y1", 21);
        strides(parameters, "e0", 21);
        return new Case(new Pointwise(lanes, Share.ROWS, formula).kernel(), parameters, 3);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void computesWhatTheInterpreterDoes(Case given) {
        long[] parameters = given.kernel.parameters().stream().mapToLong(given.parameters::get).toArray();
        int count = given.kernel.buffers().size();
        float[][] expected = new float[count][ELEMENTS];
        SplittableRandom random = new SplittableRandom(3);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment[] found = new MemorySegment[count];
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < ELEMENTS; j++) {
                    expected[i][j] = j % 97 == 0 ? Float.NaN : j % 89 == 0 ? -0.0f : (float) random.nextDouble(-2, 2);
                }
                found[i] = arena.allocate(ELEMENTS * 4L, 64);
                MemorySegment.copy(expected[i], 0, found[i], ValueLayout.JAVA_FLOAT, 0, ELEMENTS);
            }
            LoopInterpreter.run(given.kernel, expected, parameters, 0, given.extent);
            JvmRenderer.load(given.kernel).run(found, parameters, 0, given.extent);
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < ELEMENTS; j++) {
                    float value = found[i].getAtIndex(ValueLayout.JAVA_FLOAT, j);
                    boolean close = Float.compare(expected[i][j], value) == 0
                            || Math.abs(expected[i][j] - value) <= 2 * Math.ulp(expected[i][j]);
                    assertTrue(close,
                            given + " buffer " + i + " element " + j + ": expected " + expected[i][j] + ", found "
                                    + value);
                }
            }
        }
    }
}

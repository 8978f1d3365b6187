package org.sardonyx.codegen.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.sardonyx.codegen.kernel.GroupProduct.Weights;
import org.sardonyx.codegen.kernel.RenderedKernelsTest.Case;
import org.sardonyx.codegen.kernel.WindowProduct.Window;
import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.text.LoopParser;

/// Kernels for GPUs with sizes that are no multiples of anything, and some that are.
final class GroupCases {
    private static final List<GroupTile> TILES = List.of(new GroupTile(128, 128, 8, 8, 8),
            new GroupTile(128, 64, 16, 8, 4), new GroupTile(64, 64, 16, 4, 4), new GroupTile(64, 32, 16, 4, 4),
            new GroupTile(32, 64, 16, 4, 4), new GroupTile(32, 32, 16, 4, 4));
    private static final Epilogue EPILOGUE = new Epilogue(
            List.of(Epilogue.Operand.PER_CHANNEL, Epilogue.Operand.PER_ELEMENT),
            (_, result, operands) -> LoopCode.binary(BinaryMath.MAXIMUM,
                    LoopCode.binary(BinaryMath.ADD,
                            LoopCode.binary(BinaryMath.ADD, result, operands.get(0)), operands.get(1)),
                    LoopCode.constant(0, result.type().lanes())));

    /// What is written to shared buffers is rounded as they store it.
    private static final LoopKernel ROUNDED = LoopParser.parse("""
            kernel rounded(x, y; distance) for place with 64 item sharing s[256] tf32, t[256] half {
                s[item * 4 : 4] = x[place * distance + item * 4 : 4]
                t[item * 4 : 4] = x[place * distance + item * 4 : 4]
                barrier
                y[place * 256 + item * 4 : 4] = s[item * 4 : 4] + t[252 - item * 4 : 4] * float4(16.0)
                y[1024 + place * 64 + item] = s[255 - item] + t[item]
            }
            """);

    private GroupCases() {}

    static Stream<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < TILES.size(); i++) {
            GroupTile tile = TILES.get(i);
            switch (i % 3) {
                case 0 -> {
                    cases.add(product(tile, Window.RUN, Weights.PACKED, 8, 12, false, true));
                    cases.add(product(tile, Window.TAPS, Weights.PACKED, 20, 12, true, true));
                }
                case 1 -> {
                    cases.add(product(tile, Window.ROWS, Weights.PACKED, 7, 13, false, true));
                    cases.add(product(tile, Window.RUN, Weights.QUADS, 20, 12, false, true));
                }
                default -> {
                    cases.add(product(tile, Window.TAPS, Weights.PACKED, 16, 10, true, false));
                    cases.add(product(tile, Window.RUN, Weights.ANY, 9, 11, false, true));
                }
            }
        }
        cases.add(new Case(ROUNDED, Map.of("distance", 7L), 3));
        for (int across : List.of(4, 16)) {
            cases.add(vector(1, across, 40, 300));
            cases.add(vector(3, across, 39, 41));
        }
        for (WindowReduction.Function function : List.of(WindowReduction.Function.SUM,
                WindowReduction.Function.MAXIMUM, WindowReduction.Function.MINIMUM)) {
            for (int across : List.of(1, 32)) {
                cases.add(reduction(function, across));
            }
            cases.add(window(function, 1, 19));
        }
        cases.add(window(WindowReduction.Function.PRODUCT_SUM, 4, 20));
        for (int outputs : List.of(2, 4)) {
            cases.add(winogradInput(new WinogradTiles(new Winograd(outputs))));
            cases.add(winogradOutput(new WinogradTiles(new Winograd(outputs))));
        }
        for (int lanes : List.of(1, 4)) {
            cases.addAll(elements(lanes));
        }
        cases.add(new Case(new ZeroBorder(1, Share.ELEMENTS).kernel(),
                Map.of("rows", 6L, "length", 21L, "top", 1L, "bottom", 4L, "left", 3L, "right", 17L),
                2 * ZeroBorder.elements(6, 21, 1, 4, 3, 17)));
        return cases.stream();
    }

    private static void strides(Map<String, Long> parameters, String buffer, long pixel) {
        parameters.putAll(Map.of(buffer + "_origin", 4L, buffer + "_image", 40 * pixel, buffer + "_row", 8 * pixel,
                buffer + "_pixel", pixel));
    }

    /// Two groups of channels, two images of 5 by 7 places, or two products of 35 places: several tiles of the smaller kinds, and less
    /// than one of the others.
    static Case product(ProductTile tile, Window window, Weights weights, long run, long channels,
            boolean isPadded, boolean isWhole) {
        boolean isBatched = weights != Weights.PACKED;
        boolean isUniform = window == Window.RUN;
        long tapsH = window == Window.RUN ? 1 : 2;
        long tapsW = window == Window.TAPS ? 3 : 1;
        long images = isBatched ? 1 : 2;
        long places = images * 5 * 7;
        long tiles = Math.ceilDiv(places, (long) tile.places());
        long steps = tapsH * tapsW * tile.steps(run);
        Map<String, Long> parameters =
                new HashMap<>(Map.of("images", images, "rows", 5L, "width", 7L, "channels", channels,
                        "blocks", 1L, "all_blocks", 2L, "tiles", tiles, "slice_steps", isWhole ? steps : 2));
        long pixel = run % 4 == 0 ? 44 : 43;
        parameters.putAll(Map.of("x_origin", isPadded ? -8 * pixel - pixel : 0, "x_image", 100 * pixel, "x_row",
                8 * pixel, "x_pixel", pixel, "x_group", run, "taps_h", tapsH, "x_tap_h", 8 * pixel, "taps_w", tapsW,
                "x_tap_w", pixel, "run", run));
        parameters.putAll(Map.of("x_rows", 5L, "x_width", 7L, "stride_h", 1L, "stride_w", 1L, "dilation_h", 1L,
                "dilation_w", 1L, "pad_h", 1L, "pad_w", 1L));
        parameters.putAll(
                Map.of("w_row", channels, "w_group", run * channels, "y_slice", 9000L, "y_pixel", 2 * channels));
        if (isWhole) {
            strides(parameters, "y", 2 * channels);
            strides(parameters, "e1", 2 * channels);
            parameters.putAll(isBatched ? Map.of("y_image", 8000L, "e1_image", 8000L) : Map.of());
            if (isUniform) {
                parameters.putAll(Map.of("y_row", 14 * channels, "e1_row", 14 * channels));
                parameters.putAll(isBatched ? Map.of() : Map.of("y_image", 70 * channels, "e1_image", 70 * channels));
            }
        }
        GroupProduct kernel = new GroupProduct(tile, window, run % 4 == 0 ? 4 : 1, weights, isPadded,
                run % tile.depth() == 0, channels % 4 == 0, isUniform, isBatched,
                isWhole ? Optional.of(EPILOGUE) : Optional.empty());
        long slices = isWhole ? 1 : Math.ceilDiv(steps, 2L);
        return new Case(kernel.kernel(), parameters, 2 * tiles * slices);
    }

    private static Case vector(int places, int across, long channels, long run) {
        Map<String, Long> parameters = new HashMap<>(Map.of("rows", 1L, "width", (long) places, "channels", channels,
                "run", run, "x_origin", 3L, "x_pixel", run));
        strides(parameters, "y", channels);
        strides(parameters, "e1", channels);
        return new Case(new GroupVector(places, across, 256 / across, channels % 4 == 0, EPILOGUE).kernel(), parameters,
                Math.ceilDiv(channels, across * 4L));
    }

    private static Case reduction(WindowReduction.Function function, int across) {
        long channels = across == 1 ? 1 : 41;
        Map<String, Long> parameters = new HashMap<>(Map.of("channels", channels, "blocks",
                Math.ceilDiv(channels, (long) across), "x_origin", 5L, "x_image", 7000L, "x_row", 22 * channels,
                "x_pixel",
                channels, "x_rows", 7L, "x_width", 19L));
        strides(parameters, "y", channels);
        strides(parameters, "e1", channels);
        return new Case(new GroupReduction(function, across, 256 / across, EPILOGUE).kernel(), parameters,
                3 * parameters.get("blocks"));
    }

    private static Case window(WindowReduction.Function function, int lanes, long channels) {
        Map<String, Long> parameters = new HashMap<>(Map.of("images", 2L, "rows", 5L, "width", 8L, "channels",
                channels, "x_origin", 4L, "x_image", 6000L, "x_row", 600L, "x_pixel", 36L, "x_rows", 9L, "x_width",
                16L));
        parameters.putAll(
                Map.of("taps_h", 3L, "taps_w", 2L, "stride_h", 2L, "stride_w", 2L, "dilation_h", 1L, "dilation_w", 2L,
                        "pad_h", 1L, "pad_w", 1L, "w_tap", channels));
        strides(parameters, "y", channels);
        strides(parameters, "e1", channels);
        return new Case(new WindowReduction(function, 0, 0, lanes, Share.ELEMENTS, EPILOGUE).kernel(), parameters,
                80 * channels / lanes);
    }

    private static Map<String, Long> tiles(long channels) {
        return new HashMap<>(Map.of("images", 2L, "tile_rows", 2L, "tile_columns", 3L, "channels", channels));
    }

    private static Case winogradInput(WinogradTiles tiles) {
        Map<String, Long> parameters = tiles(9);
        parameters.putAll(Map.of("x_origin", -66L, "x_image", 1000L, "x_row", 60L, "x_pixel", 6L, "x_rows", 5L,
                "x_width", 9L, "pad_h", 1L, "pad_w", 1L, "v_group", 108L));
        return new Case(tiles.input(), parameters, 108);
    }

    private static Case winogradOutput(WinogradTiles tiles) {
        Map<String, Long> parameters = tiles(9);
        parameters.putAll(Map.of("rows", 3L, "width", 5L, "m_group", 108L));
        strides(parameters, "y", 9);
        strides(parameters, "e1", 9);
        return new Case(tiles.output(EPILOGUE), parameters, 108);
    }

    /// Kernels of which an index is a vector of channels of a pixel.
    private static List<Case> elements(int lanes) {
        long channels = lanes == 1 ? 19 : 20;
        Map<String, Long> sizes = Map.of("images", 2L, "rows", 3L, "width", 4L, "channels", channels);
        Map<String, Long> parameters = new HashMap<>(sizes);
        parameters.putAll(Map.of("x_rows", 2L, "x_width", 3L, "top", 1L, "left", 1L, "taps", 3L, "x_channel", 1L,
                "y_channel", 1L, "slices", 3L, "s_slice", 480L));
        for (String tensor : List.of("x", "y", "y1", "e0", "e1")) {
            strides(parameters, tensor, 24);
        }
        List<LoopKernel> kernels = List.of(new StridedCopy(lanes, Share.ELEMENTS).kernel(),
                new MirroredCopy(true, lanes, Share.ELEMENTS).kernel(),
                new MirroredCopy(false, lanes, Share.ELEMENTS).kernel(),
                new ChannelWindow(lanes, Share.ELEMENTS, EPILOGUE).kernel(), new SliceSum(lanes, EPILOGUE).kernel(),
                new Pointwise(lanes, Share.ELEMENTS, new Epilogue(
                        List.of(Epilogue.Operand.PER_ELEMENT, Epilogue.Operand.PER_PIXEL), 2,
                        (_, _, operands) -> List.of(
                                LoopCode.binary(BinaryMath.MULTIPLY, operands.get(0), operands.get(1)),
                                operands.get(0))))
                        .kernel());
        return kernels.stream().map(kernel -> new Case(kernel, parameters, 24 * channels / lanes)).toList();
    }
}

package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.codegen.kernel.Share;
import org.sardonyx.codegen.kernel.StridedCopy;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.value.Tensor;

/// Matrix products as convolutions of one tap, whose places are the rows of a matrix.
record MatrixLowering(Values values, Buffers buffers, Steps steps, int lanes, ProductLowering products) {
    /// @param matrix the right factor
    /// @param bound the epilogue, in the order of the axes
    void matrixProduct(Group group, Tensor matrix, Bound bound) {
        Operand output = group.node().output(0);
        long channels = matrix.size(1);
        long pixels = Tensor.elementCount(output.shape().sizes()) / channels;
        int x = values.inOrder(group.outer().get(group.anchor().orElseThrow().operands().getFirst())).buffer();
        int y = values.allocateInOrder(output).buffer();
        if (steps.target().gpu().isPresent() && matrix.size(0) > 0) {
            Map<String, Long> parameters = rows(bound, pixels, matrix.size(0), channels, 0);
            steps.phases(group.node().origin().toString(),
                    new GroupProducts(buffers, steps).phases(
                            new GroupProducts.Product(x, y, 1, parameters),
                            GroupProducts.Filters.ofMatrix(matrix), bound),
                    pixels * channels * matrix.size(0));
            return;
        }
        Map<String, Long> parameters = rows(bound, pixels, matrix.size(0), channels, 0);
        ProductShape shape = ProductShape.of(1, parameters);
        int packed = buffers.constant(ConvolutionLowering.packed(buffers, matrix, products.block(shape)));
        steps.phases(group.node().origin().toString(),
                List.of(products.phase(shape, List.of(x, packed, y), bound, parameters)),
                products.operations(1, parameters));
    }

    /// Products of matrices that are both computed: the right ones are packed first.
    ///
    /// @param bound the epilogue, in the order of the axes
    /// @param batch pairs of matrices, or 1 if there is one right factor
    void matrixProducts(Group group, Bound bound, long batch) {
        Operand output = group.node().output(0);
        List<Operand> operands = group.anchor().orElseThrow().operands();
        long[] right = group.outer().get(operands.get(1)).shape().sizes();
        long in = right[right.length - 2];
        long channels = right[right.length - 1];
        long pixels = Tensor.elementCount(output.shape().sizes()) / channels / batch;
        int x = values.inOrder(group.outer().get(operands.get(0))).buffer();
        int matrix = values.inOrder(group.outer().get(operands.get(1))).buffer();
        int y = values.allocateInOrder(output).buffer();
        if (steps.target().gpu().isPresent() && in > 0) {
            Map<String, Long> parameters = rows(bound, pixels, in, channels, 0);
            parameters.put("x_group", pixels * in);
            parameters.replaceAll((name, value) -> name.endsWith("_image") && !name.startsWith("x_")
                    ? Long.valueOf(pixels * channels)
                    : value);
            steps.phases(group.node().origin().toString(), List.of(new GroupProducts(buffers, steps).pairs(
                    new GroupProducts.Product(x, y, batch, parameters), matrix, bound)),
                    batch * pixels * channels * in);
            return;
        }
        ProductShape shape = ProductShape.of(1, rows(bound, pixels, in, channels, 0));
        int block = products.block(shape);
        int packed = buffers.inArena(Math.ceilDiv(channels, (long) block) * in * block * Float.BYTES);
        List<Steps.Phase> phases = new ArrayList<>();
        long operations = 0;
        for (long i = 0; i < batch; i++) {
            phases.addAll(packing(matrix, packed, i * in * channels, in, channels, block));
            Map<String, Long> parameters = rows(bound, pixels, in, channels, i);
            phases.add(products.phase(shape, List.of(x, packed, y), bound, parameters));
            operations += products.operations(1, parameters);
        }
        steps.phases(group.node().origin().toString(), phases, operations);
    }

    /// Copies a matrix `[in, channels]` to blocks: row, lane; whole blocks, then what is left.
    private List<Steps.Phase> packing(int matrix, int packed, long origin, long in, long channels, int block) {
        List<Steps.Phase> phases = new ArrayList<>();
        long whole = channels / block;
        for (long[] part : new long[][] {{0, whole, block}, {whole, 1, channels % block}}) {
            if (part[1] * part[2] > 0) {
                Map<String, Long> parameters = new HashMap<>(
                        new Stored(matrix, 1, part[1], in, part[2], origin + part[0] * block, 0, block, channels, 1)
                                .strides("x"));
                parameters
                        .putAll(new Stored(packed, 1, part[1], in, part[2], part[0] * in * block, 0, in * block, block,
                                1).strides("y"));
                parameters.putAll(Map.of("images", 1L, "rows", part[1], "width", in, "channels", part[2]));
                phases.add(new Steps.Phase(
                        List.of(new Steps.Call(new StridedCopy(lanes, Share.ROWS).kernel(), List.of(matrix, packed),
                                parameters)),
                        part[1], part[1] * in * part[2] / lanes));
            }
        }
        return phases;
    }

    /// The parameters of a product whose places are the rows of a matrix.
    ///
    /// @param number of the matrix among several that follow each other
    private static Map<String, Long> rows(Bound bound, long pixels, long in, long channels, long number) {
        Map<String, Long> parameters = new HashMap<>();
        parameters.putAll(Map.of("images", 1L, "rows", 1L, "width", pixels, "pixels", pixels,
                "channels", channels));
        parameters.putAll(Map.of("x_origin", number * pixels * in, "x_image", 0L, "x_row", pixels * in, "x_pixel", in,
                "x_group", 0L));
        parameters.putAll(Map.of("taps_h", 1L, "x_tap_h", 0L, "taps_w", 1L, "x_tap_w", 0L, "run", in));
        List<String> dense = new ArrayList<>(List.of("y"));
        for (int i = 0; i < bound.epilogue().operands().size(); i++) {
            dense.add("e" + i);
        }
        for (int i = 1; i < bound.epilogue().results(); i++) {
            dense.add("y" + i);
        }
        dense.forEach(
                name -> parameters.putAll(Map.of(name + "_origin", number * pixels * channels, name + "_image", 0L,
                        name + "_row", pixels * channels, name + "_pixel", channels)));
        return parameters;
    }
}

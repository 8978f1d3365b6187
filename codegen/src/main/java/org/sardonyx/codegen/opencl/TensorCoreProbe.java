package org.sardonyx.codegen.opencl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.sardonyx.codegen.kernel.Epilogue;
import org.sardonyx.codegen.kernel.GroupProduct;
import org.sardonyx.codegen.kernel.GroupTile;
import org.sardonyx.codegen.kernel.MatrixTile;
import org.sardonyx.codegen.kernel.WindowProduct.Window;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.loop.MatrixForm;
import org.sardonyx.ir.loop.NumberFormat;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.DeviceException;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.opencl.Dispatch;
import org.sardonyx.runtime.opencl.OpenClContext;
import org.sardonyx.runtime.program.MemoryPlan;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.ProgramExecutor;
import org.sardonyx.runtime.program.Step;

/// Finds out whether a device multiplies matrices as [MatrixForm] says: by a small kernel of the kind that networks are given, on
/// whole numbers of all eleven bits that the formats have, with sums that float32 has exactly.
final class TensorCoreProbe {
    /// Of the tile, and of the matrices.
    private static final int SIZE = 32;
    private static final int LARGEST = 2047;
    private static final int LARGEST_WEIGHT = 3;

    /// Lines of a driver's message that say what it is about.
    private static final int LINES = 3;

    private final OpenClContext context;
    private final UnaryOperator<Dispatch> rendered;
    private final MatrixTile tile;
    /// So that both halves of the shared memory are used.
    private final int depth;
    private final Tensor x;
    private final Tensor matrix;

    private TensorCoreProbe(OpenClContext context, UnaryOperator<Dispatch> rendered, MatrixForm form) {
        this.context = context;
        this.rendered = rendered;
        tile = new MatrixTile(SIZE, SIZE, SIZE / 2, SIZE / 2, form);
        depth = 2 * tile.depth();
        SplittableRandom random = new SplittableRandom(form.ordinal());
        x = Tensor.allocate(DataType.FLOAT32, SIZE, depth);
        matrix = Tensor.allocate(DataType.FLOAT32, depth, SIZE);
        for (long i = 0; i < x.size(); i++) {
            x.setDouble(i, random.nextInt(-LARGEST, LARGEST + 1));
            matrix.setDouble(i, random.nextInt(-LARGEST_WEIGHT, LARGEST_WEIGHT + 1));
        }
    }

    /// Why a device cannot multiply matrices, or empty if it can.
    ///
    /// @param rendered what is done to kernels before they are built
    static Optional<String> problem(OpenClContext context, UnaryOperator<Dispatch> rendered) {
        return Stream.of(MatrixForm.values())
                .flatMap(form -> new TensorCoreProbe(context, rendered, form).problem().stream()).findFirst();
    }

    private Optional<String> problem() {
        Tensor found;
        try {
            found = product();
        } catch (DeviceException e) {
            return Optional.of("its driver does not take them: "
                    + e.getMessage().lines().limit(LINES).map(String::strip).collect(Collectors.joining(" ")));
        }
        for (int place = 0; place < SIZE; place++) {
            for (int channel = 0; channel < SIZE; channel++) {
                double expected = 0;
                for (int k = 0; k < depth; k++) {
                    expected += x.getDouble((long) place * depth + k) * matrix.getDouble((long) k * SIZE + channel);
                }
                double value = found.getDouble((long) place * SIZE + channel);
                if (value != expected) {
                    return Optional.of("a product of matrices of " + tile.form() + " gave %s instead of %s"
                            .formatted(value, expected));
                }
            }
        }
        return Optional.empty();
    }

    private Tensor product() {
        LoopKernel kernel =
                new GroupProduct(tile, Window.RUN, GroupTile.LANES, GroupProduct.Weights.PACKED, false, true,
                        true, true, false, Optional.of(Epilogue.NONE)).kernel();
        Tensor weights = weights();
        kernel = weights.dataType() == DataType.FLOAT16 ? kernel.withHalves(Set.of("w")) : kernel;
        List<Long> scalars = kernel.parameters().stream().map(parameters()::get).toList();
        Step.Phase phase = new Step.Phase(List.of(new Step.Launch(0,
                List.of(new Place.OfInput(0), new Place.OfConstant(0), new Place.OfOutput(0)), scalars, List.of(), 1,
                1)),
                1, 1);
        Program program = new Program("tensor cores", List.of(new Program.Binding("x", x.type(), new Place.OfInput(0))),
                List.of(new Program.Binding("y", TensorType.of(DataType.FLOAT32, SIZE, SIZE), new Place.OfOutput(0))),
                List.of(weights), List.of(kernel.name()), List.of(new Step.KernelStep("product", List.of(phase), 0)),
                new MemoryPlan(0, 0, 0, List.of(), 0), 0);
        Dispatch dispatch = rendered.apply(new OpenClRenderer(context.facts(), true).render(phase, List.of(kernel)));
        try (ProgramExecutor executor =
                context.executor(program, List.of(List.of(dispatch)), new Interpreter(), () -> {},
                        RunListener.NONE)) {
            return (Tensor) executor.run(List.of(x), RunListener.NONE).get("y");
        }
    }

    private Tensor weights() {
        Tensor weights = Tensor.allocate(
                tile.format() == NumberFormat.FLOAT16 ? DataType.FLOAT16 : DataType.FLOAT32, depth, SIZE);
        long ofStep = (long) tile.depth() * SIZE;
        for (long i = 0; i < weights.size(); i++) {
            long row = i / ofStep * tile.depth() + tile.element(i % ofStep);
            weights.setDouble(i, matrix.getDouble(row * SIZE + tile.channel(i % ofStep)));
        }
        return weights;
    }

    private Map<String, Long> parameters() {
        Map<String, Long> parameters = new HashMap<>(Map.of("images", 1L, "rows", 1L, "width", (long) SIZE, "channels",
                (long) SIZE, "blocks", 1L, "all_blocks", 1L, "tiles", 1L, "slice_steps", tile.steps(depth)));
        parameters.putAll(Map.of("taps_h", 1L, "taps_w", 1L, "run", (long) depth, "x_pixel", (long) depth, "y_pixel",
                (long) SIZE));
        for (String zero : List.of("x_origin", "x_image", "x_row", "x_group", "x_tap_h", "x_tap_w", "y_origin",
                "y_image",
                "y_row")) {
            parameters.put(zero, 0L);
        }
        return parameters;
    }
}

package org.sardonyx.codegen.model;

import java.lang.constant.ClassDesc;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.sardonyx.codegen.Compiler;
import org.sardonyx.codegen.jvm.JvmRenderer;
import org.sardonyx.codegen.lower.LoweredGraph;
import org.sardonyx.codegen.opencl.OpenClCompiler;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.text.GraphPrinter;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.model.ModelDescription;
import org.sardonyx.runtime.model.ModelWriter;
import org.sardonyx.runtime.model.Target;
import org.sardonyx.runtime.opencl.DeviceFacts;
import org.sardonyx.runtime.opencl.Dispatch;
import org.sardonyx.runtime.opencl.KernelSource;
import org.sardonyx.runtime.opencl.OpenClContext;
import org.sardonyx.runtime.program.Step;

/// Compiles a model ahead of time, for inputs of some sizes.
///
/// ```java
/// ModelCompiler compiler = new ModelCompiler(graph, "com.example.LeNet5", "my build 1.0", Numerics.FAST);
/// compiler.compile(8, Map.of("image", TensorType.of(DataType.FLOAT32, 1, 1, 32, 32)));
/// compiler.finish().write(Path.of("lenet5.jar"));
/// ```
public final class ModelCompiler {
    private final Graph graph;
    private final ModelDescription open;
    private final ModelWriter writer;
    private final Map<LoopKernel, String> kernels = new HashMap<>();
    private final Map<String, byte[]> classes = new LinkedHashMap<>();
    private final Set<KernelSource> sources = new HashSet<>();
    private final List<OpenClContext> devices = new ArrayList<>();
    private final Map<Target, Map<String, String>> tiles = new HashMap<>();
    private final Set<Step.Tiling> tilings = new LinkedHashSet<>();
    /// What the model is for the sizes of each program.
    private final Set<ModelDescription> sized = new LinkedHashSet<>();

    /// @param className the class that stands for the model in programs, such as `com.example.LeNet5`
    /// @param producer what compiles, with its version, for people to read
    /// @throws ModelException if the name is not that of a class in a package
    public ModelCompiler(Graph graph, String className, String producer, Numerics numerics) {
        this.graph = graph;
        this.open = description(graph, className, producer, numerics);
        this.writer = new ModelWriter(className, GraphPrinter.print(graph).text());
    }

    private static ModelDescription description(Graph graph, String className, String producer, Numerics numerics) {
        Map<String, ValueType> inputs = new LinkedHashMap<>();
        graph.inputs().forEach(input -> inputs.put(Graph.inputOf(input).name(), input.type()));
        Map<String, ValueType> outputs = new LinkedHashMap<>();
        graph.outputs().forEach((name, output) -> outputs.put(name, output.type()));
        return new ModelDescription(className, graph.name(), producer, numerics, inputs, outputs);
    }

    /// Has kernels built for a device, too, by its driver, when the model is compiled for its kind after this. They are taken
    /// where device and driver are the same.
    public void buildFor(OpenClContext device) {
        devices.add(device);
    }

    /// Has products computed with tiles that are faster than the standard ones, when the model is compiled for a target after this.
    ///
    /// @param faster tiles by shape, as measured on a device of the target, see [org.sardonyx.runtime.tuning.Tuning#tiles]
    public void useTiles(Target target, Map<String, String> faster) {
        tiles.put(target, Map.copyOf(faster));
    }

    /// Compiles the model for the device jvm.
    ///
    /// @param lanes of the vectors of float32 to use: 4, 8 or 16; 1 for none
    /// @param types of the inputs by name, with every size fixed; inputs that are not named have fixed sizes
    /// @throws ModelException if sizes are open, the model does not take them, or something in it cannot be written down
    public void compile(int lanes, Map<String, ? extends ValueType> types) {
        compile(new Target(Target.Kind.JVM, lanes), types);
    }

    /// Compiles the model.
    ///
    /// @param target whose vectors have 1, 4, 8 or 16 floats
    /// @param types of the inputs by name, with every size fixed; inputs that are not named have fixed sizes
    /// @throws ModelException if sizes are open, the model does not take them, or something in it cannot be written down
    public void compile(Target target, Map<String, ? extends ValueType> types) {
        Graph special = Specialization.of(graph, types).graph();
        special.inputs().forEach(ModelCompiler::requireFixedSizes);
        sized.add(description(special, open.className(), open.producer(), open.numerics()));
        switch (target.kind()) {
            case JVM -> {
                LoweredGraph lowered =
                        lower(special, target, org.sardonyx.codegen.lower.Target.virtualMachine(target.lanes()));
                List<String> names = new ArrayList<>();
                for (LoopKernel kernel : lowered.kernels()) {
                    names.add(kernels.computeIfAbsent(kernel, this::render));
                }
                writer.add(target, lowered.program(), names);
            }
            case OPENCL_PROCESSOR -> compile(target, DeviceFacts.Kind.PROCESSOR, special);
            case OPENCL_GPU -> compile(target, DeviceFacts.Kind.GPU, special);
        }
    }

    private void compile(Target target, DeviceFacts.Kind kind, Graph special) {
        OpenClCompiler compiler = new OpenClCompiler(DeviceFacts.ofAny(kind, target.lanes()));
        LoweredGraph lowered = lower(special, target, compiler.target(open.numerics()));
        List<List<Dispatch>> dispatches = compiler.dispatches(lowered);
        dispatches.stream().flatMap(List::stream).forEach(dispatch -> sources.add(dispatch.source()));
        writer.addDispatches(target, lowered.program(), dispatches);
        for (OpenClContext device : devices) {
            if (device.facts().isProcessor()
                    ? kind == DeviceFacts.Kind.PROCESSOR && device.facts().lanes() == target.lanes()
                    : kind == DeviceFacts.Kind.GPU) {
                writer.addBinaries(device.binaries(dispatches));
            }
        }
    }

    private LoweredGraph lower(Graph special, Target target, org.sardonyx.codegen.lower.Target kernelsFor) {
        LoweredGraph lowered = Compiler.lower(special,
                kernelsFor.withTiles(tiles.getOrDefault(target, Map.of())), open.numerics(), Arena.ofAuto());
        tilings.addAll(lowered.program().tilings());
        return lowered;
    }

    private String render(LoopKernel kernel) {
        String name = open.className() + "$Kernel" + kernels.size();
        classes.put(name, JvmRenderer.render(kernel, ClassDesc.of(name)));
        return name;
    }

    private static void requireFixedSizes(Operand input) {
        if (input.type() instanceof TensorType tensor && !tensor.shape().isStatic()) {
            throw new ModelException("a compiled model has fixed sizes, and input '" + Graph.inputOf(input).name()
                    + "' is a " + tensor + "; --shape gives sizes");
        }
    }

    /// The class that stands for the model in programs.
    public String className() {
        return open.className();
    }

    /// How many kernels there are so far; programs share equal ones.
    public int kernels() {
        return kernels.size() + sources.size();
    }

    /// How the products of all programs so far are computed, each shape with each tile once.
    public List<Step.Tiling> tilings() {
        return List.copyOf(tilings);
    }

    /// All that was compiled, ready to be written. If there are programs for several sizes, these are open in what the model
    /// tells of itself.
    public ModelWriter finish() {
        ModelDescription description = sized.size() == 1 ? sized.iterator().next() : open;
        Map<String, byte[]> all = new LinkedHashMap<>(classes);
        all.putAll(ModelClass.of(description));
        writer.finish(description, all, ModelSource.of(description));
        return writer;
    }
}

package org.sardonyx.cli.inspect;

import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.sardonyx.cli.terminal.Printable;
import org.sardonyx.codegen.CompilingDevice;
import org.sardonyx.codegen.jvm.ClassListing;
import org.sardonyx.codegen.jvm.JvmRenderer;
import org.sardonyx.codegen.lower.LoweredGraph;
import org.sardonyx.codegen.opencl.OpenClDevice;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.text.LoopPrinter;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Devices;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.program.MemoryPlan;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.Step;

/// Prints the program that a graph is compiled to: its memory, its steps, and its kernels.
final class KernelReport {
    private final PrintWriter out;
    private final Program program;
    private final List<LoopKernel> kernels;
    /// All kernels in the device's language, if it is not that of the virtual machine.
    private final Optional<String> source;

    /// Compiles a graph.
    ///
    /// @param device the name of one that compiles
    /// @param options of a session that would run the program
    /// @throws ModelException if a size of an input is open, or if there is no such device
    KernelReport(PrintWriter out, Graph graph, String device, SessionOptions options) {
        this.out = out;
        requireFixedSizes(graph);
        Device chosen = Devices.available().choose(device).device();
        if (!(chosen instanceof CompilingDevice compiling)) {
            throw new ModelException("--kernels: the device " + chosen.name() + " has none");
        }
        LoweredGraph lowered = compiling.lower(graph, options, Arena.ofAuto());
        this.source = compiling instanceof OpenClDevice opencl
                ? Optional.of(opencl.compiler(options.numerics()).source(lowered))
                : Optional.empty();
        this.program = lowered.program();
        this.kernels = lowered.kernels();
    }

    private static void requireFixedSizes(Graph graph) {
        graph.inputs().forEach(operand -> {
            Input input = Graph.inputOf(operand);
            if (input.type() instanceof TensorType tensor && !tensor.shape().isStatic()) {
                throw new ModelException("--kernels: kernels are made for fixed sizes, and input '" + input.name()
                        + "' is a " + tensor + "; --shape gives sizes");
            }
        });
    }

    void print() {
        printSummary();
        out.println();
        IntStream.range(0, program.steps().size()).forEach(this::printStep);
        IntStream.range(0, kernels.size()).forEach(this::printKernel);
        source.ifPresent(text -> {
            out.println();
            out.println("# in OpenCL C");
            out.print(text);
        });
    }

    private void printSummary() {
        long compiled = program.compiledSteps();
        line("steps", program.steps().size() + ": " + compiled + " compiled, " + (program.steps().size() - compiled)
                + " on the host");
        line("kernels", Integer.toString(kernels.size()));
        program.inputs().forEach(input -> line("input", typed(input.name(), input.type(), input.place())));
        program.outputs().forEach(output -> line("output", typed(output.name(), output.type(), output.place())));
        line("weights", bytes(program.constantBytes()) + " in " + program.constants().size() + " constants");
        MemoryPlan memory = program.memory();
        line("arena", bytes(memory.arenaBytes()) + " for " + memory.buffers() + " buffers");
        line("lower bound", bytes(memory.lowerBound()) + ", the most that are in use at the same time");
        line("without sharing", bytes(memory.unsharedBytes()));
        line("each thread", bytes(memory.threadBytes()));
    }

    private void line(String label, String text) {
        out.println(Printable.line(String.format("%-16s%s", label, text)));
    }

    private static String bytes(long bytes) {
        return Figures.text(bytes) + " bytes";
    }

    private static String typed(String name, ValueType type, Place place) {
        return name + ": " + type + ", " + text(place);
    }

    private void printStep(int number) {
        Step step = program.steps().get(number);
        out.println(Printable.line("step " + number + ": " + step.description()));
        switch (step) {
            case Step.KernelStep kernels -> {
                if (kernels.operations() > 0) {
                    out.println("    " + Figures.text(kernels.operations()) + " multiply-adds");
                }
                for (Step.Phase phase : kernels.phases()) {
                    out.println("    extent " + Figures.text(phase.extent()) + ", at most " + threads(phase.threads())
                            + phase.tiling().map(KernelReport::text).orElse(""));
                    phase.launches().forEach(launch -> out.println("    " + launch(launch)));
                }
            }
            case Step.HostStep host -> {
                out.println(Printable.line("    on the host: " + host.node().operator().mnemonic()));
                out.println(Printable.line("    takes " + places(host.operands())));
                out.println(Printable.line("    gives " + places(host.results())));
            }
        }
    }

    /// A step that is worth as many threads as there are says so with a number no machine has.
    private static String threads(int threads) {
        return threads == Integer.MAX_VALUE
                ? "all threads"
                : threads == 1 ? "1 thread" : Figures.text(threads) + " threads";
    }

    private String launch(Step.Launch launch) {
        LoopKernel kernel = kernels.get(launch.kernel());
        return label(launch.kernel()) + IntStream.range(0, launch.buffers().size())
                .mapToObj(i -> kernel.buffers().get(i) + " = " + text(launch.buffers().get(i)))
                .collect(Collectors.joining(", ", ": ", launch.places() == 1
                        ? ""
                        : ", " + Figures.text(launch.places()) + " places for each of the extent"));
    }

    private static String text(Step.Tiling tiling) {
        return ", tile " + tiling.tile() + (tiling.isTuned() ? " (tuned)" : "") + " for " + tiling.shape();
    }

    private String label(int kernel) {
        return "kernel " + kernel + " " + kernels.get(kernel).name();
    }

    private static String places(List<Step.TypedPlace> places) {
        return places.isEmpty()
                ? "nothing"
                : places.stream().map(place -> text(place.place()) + ": " + place.type())
                        .collect(Collectors.joining(", "));
    }

    private static String text(Place place) {
        return switch (place) {
            case Place.InArena(long offset) -> "arena " + offset;
            case Place.OfThread(long offset, _) -> "thread " + offset;
            case Place.OfConstant(int index) -> "constant " + index;
            case Place.OfInput(int index) -> "input " + index;
            case Place.OfOutput(int index) -> "output " + index;
            case Place.OnHost(int index) -> "host " + index;
        };
    }

    private void printKernel(int kernel) {
        long uses = program.steps().stream().filter(step -> step instanceof Step.KernelStep launched
                && launched.launches().stream().anyMatch(launch -> launch.kernel() == kernel)).count();
        out.println();
        out.println("# " + label(kernel) + ", in " + uses + (uses == 1 ? " step" : " steps"));
        out.print(LoopPrinter.print(kernels.get(kernel)));
        if (source.isEmpty()) {
            out.println();
            out.print(ClassListing.of(JvmRenderer.render(kernels.get(kernel))));
        }
    }
}

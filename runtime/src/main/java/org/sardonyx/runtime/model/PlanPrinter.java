package org.sardonyx.runtime.model;

import java.util.List;
import java.util.stream.Collectors;

import org.sardonyx.ir.text.GraphPrinter;
import org.sardonyx.ir.text.Quoted;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.opencl.Dispatch;
import org.sardonyx.runtime.program.MemoryPlan;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.Step;

/// Prints a program as text that [PlanParser] reads.
///
/// ```
/// program "lenet5" {
///   input "image": float32[1, 1, 32, 32]
///   output "digit": float32[1, 10] in output 0
///   arena 25088 bound 25088 unshared 30000 thread 0 host 0 {
///     offset 0 bytes 18816 steps 0 to 1
///   }
///   constant float32[6] = "weights/1"
///   kernel "pointwise" class "com.example.LeNet5$Kernel0"
///   step "node 'conv1' (Conv-11)" operations 117600 {
///     phase 28 threads 14 tile "14x1" for "1x28x28x6 of 5x5x1" {
///       kernel 0 on (input 0, constant 0, arena 0) scalars (28, 1) small (28, 1) places 1 work 7350
///     }
///   }
///   host "node 'top' (TopK-11)" takes (arena 0: float32[1, 10]) gives (host 0: int64[1, 1]) with (constant 1)
///     graph "host"(%x0: float32[1, 10] = "x0") { .. }
/// }
/// ```
///
/// In a program for OpenCL, kernels have no classes, and each step has calls of kernels in OpenCL C behind its phases:
///
/// ```
///     call "pointwise_1a2b3c" on (input 0, constant 0, arena 0) numbers (28, 1) extent 28 group 1 scratch 0
/// ```
final class PlanPrinter {
    private final StringBuilder text = new StringBuilder();
    private final Plan plan;
    private final Program program;

    private PlanPrinter(Plan plan) {
        this.plan = plan;
        this.program = plan.program();
    }

    /// @throws org.sardonyx.ir.ModelException if a step of the interpreter cannot be written down
    static String print(Plan plan) {
        PlanPrinter printer = new PlanPrinter(plan);
        printer.print();
        return printer.text.toString();
    }

    private void line(int indentation, String line) {
        text.repeat(' ', 2 * indentation).append(line).append('\n');
    }

    private void print() {
        line(0, "program " + Quoted.of(program.name()) + " {");
        program.inputs().forEach(input -> line(1, "input " + Quoted.of(input.name()) + ": " + input.type()));
        program.outputs().forEach(output -> line(1,
                "output " + Quoted.of(output.name()) + ": " + output.type() + " in " + text(output.place())));
        MemoryPlan memory = program.memory();
        line(1, "arena " + memory.arenaBytes() + " bound " + memory.lowerBound() + " unshared " + memory.unsharedBytes()
                + " thread " + memory.threadBytes() + " host " + program.hostValues() + " {");
        memory.values().forEach(value -> line(2, "offset " + value.offset() + " bytes " + value.bytes() + " steps "
                + value.first() + " to " + value.last()));
        line(1, "}");
        for (int i = 0; i < plan.constants().size(); i++) {
            line(1, "constant " + program.constants().get(i).type() + " = " + Quoted.of(plan.constants().get(i)));
        }
        for (int i = 0; i < program.kernels().size(); i++) {
            line(1, "kernel " + Quoted.of(program.kernels().get(i)) + switch (plan.kernels()) {
                case Plan.Classes(List<String> names) -> " class " + Quoted.of(names.get(i));
                case Plan.Dispatches _ -> "";
            });
        }
        for (int i = 0; i < program.steps().size(); i++) {
            switch (program.steps().get(i)) {
                case Step.KernelStep step -> print(step, switch (plan.kernels()) {
                    case Plan.Classes _ -> List.of();
                    case Plan.Dispatches(List<List<Dispatch>> steps) -> steps.get(i);
                });
                case Step.HostStep host -> print(host);
            }
        }
        line(0, "}");
    }

    private void print(Step.KernelStep step, List<Dispatch> calls) {
        line(1, "step " + Quoted.of(step.description()) + " operations " + step.operations() + " {");
        for (Step.Phase phase : step.phases()) {
            line(2, "phase " + phase.extent() + " threads " + phase.threads()
                    + phase.tiling().map(PlanPrinter::text).orElse("") + " {");
            for (Step.Launch launch : phase.launches()) {
                line(3, "kernel " + launch.kernel() + " on " + places(launch.buffers()) + " scalars "
                        + numbers(launch.scalars()) + " small " + numbers(launch.small()) + " places "
                        + launch.places() + " work " + launch.work());
            }
            line(2, "}");
        }
        for (Dispatch call : calls) {
            line(2, "call " + Quoted.of(call.source().name()) + " on " + places(call.buffers()) + " numbers "
                    + numbers(call.numbers()) + " extent " + call.extent() + " group " + call.groupSize() + " scratch "
                    + call.scratchBytes());
        }
        line(1, "}");
    }

    private static String text(Step.Tiling tiling) {
        return " tile " + Quoted.of(tiling.tile()) + " for " + Quoted.of(tiling.shape())
                + (tiling.isTuned() ? " tuned" : "");
    }

    private static String places(List<Place> places) {
        return places.stream().map(PlanPrinter::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String numbers(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    private void print(Step.HostStep step) {
        GraphPrinter.Text graph = GraphPrinter.print(HostNode.isolated(step));
        line(1, "host " + Quoted.of(step.description()) + " takes " + typed(step.operands()) + " gives "
                + typed(step.results()) + " with "
                + graph.tensors().stream().map(this::constant).collect(Collectors.joining(", ", "(", ")")));
        text.append(graph.text());
    }

    private String constant(Tensor tensor) {
        for (int i = 0; i < program.constants().size(); i++) {
            if (program.constants().get(i) == tensor) {
                return text(new Place.OfConstant(i));
            }
        }
        throw new IllegalStateException("a tensor of a step of the interpreter is no constant of the program");
    }

    private static String typed(List<Step.TypedPlace> places) {
        return places.stream().map(place -> text(place.place()) + ": " + place.type())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String text(Place place) {
        return switch (place) {
            case Place.InArena(long offset) -> "arena " + offset;
            case Place.OfThread(long offset, long bytes) -> "thread " + offset + " to " + (offset + bytes);
            case Place.OfConstant(int index) -> "constant " + index;
            case Place.OfInput(int index) -> "input " + index;
            case Place.OfOutput(int index) -> "output " + index;
            case Place.OnHost(int index) -> "host " + index;
        };
    }
}

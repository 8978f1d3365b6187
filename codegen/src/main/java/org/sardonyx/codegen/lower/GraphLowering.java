package org.sardonyx.codegen.lower;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.codegen.lower.Stored.Border;
import org.sardonyx.codegen.memory.ArenaPlan;
import org.sardonyx.ir.analysis.MemoryUse;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.Step;

/// Makes a program of a graph.
public final class GraphLowering {
    private final Graph graph;
    private final int lanes;
    private final Buffers buffers;
    private final Steps steps;
    private final Values values;

    /// @param graph that passes have prepared
    /// @param target what the kernels are made for
    /// @param numerics how freely arithmetic may be rearranged
    /// @param memory for the program's constants
    public GraphLowering(Graph graph, Target target, Numerics numerics, Arena memory) {
        this.graph = graph;
        this.lanes = target.lanes();
        this.buffers = new Buffers(memory, numerics == Numerics.HALF);
        this.steps = new Steps(buffers, target);
        this.values = new Values(buffers, steps, lanes, Placement.of(graph, target, numerics));
    }

    /// Whether kernels have a form of a pointwise operator.
    public static boolean hasForm(Node node) {
        return Formula.isSupported(node);
    }

    /// Lowers it.
    public LoweredGraph lower() {
        for (int i = 0; i < graph.inputs().size(); i++) {
            values.defineInput(graph.inputs().get(i), i);
        }
        for (Node node : graph.nodes()) {
            if (!(node.operator() instanceof Input || node.operator() instanceof Constant)) {
                lower(node);
            }
        }
        List<Integer> results = new ArrayList<>();
        for (Operand output : graph.outputs().values()) {
            int result = values.forHost(output);
            buffers.keepFloats(result);
            if (Values.isPlain(output)) {
                buffers.moveToOutput(result, results.size(), MemoryUse.bytes(output.type()).size());
            }
            results.add(result);
        }
        results.forEach(buffer -> buffers.use(buffer, steps.next()));
        ArenaPlan plan = buffers.plan();
        List<Place> places = buffers.places(plan);
        List<Program.Binding> inputs = new ArrayList<>();
        for (Operand input : graph.inputs()) {
            inputs.add(
                    new Program.Binding(Graph.inputOf(input).name(), input.type(), new Place.OfInput(inputs.size())));
        }
        List<Program.Binding> outputs = new ArrayList<>();
        graph.outputs().forEach((name, output) -> outputs
                .add(new Program.Binding(name, output.type(), places.get(results.get(outputs.size())))));
        List<LoopKernel> kernels = new ArrayList<>();
        List<Step> finished = steps.steps(places, kernels);
        Program program = new Program(graph.name(), inputs, outputs, buffers.constants(),
                kernels.stream().map(LoopKernel::name).toList(), finished,
                buffers.memory(plan), values.hostValues());
        return new LoweredGraph(program, kernels, steps.tiles().choices());
    }

    private void lower(Node node) {
        if (node.operator() instanceof Reshape && Values.isPlain(node.output(0))
                && Values.isPlain(node.operands().getFirst())) {
            values.alias(node.output(0), values.inOrder(node.operands().getFirst()));
            return;
        }
        if (new ConcatLowering(values).lower(node) || new MovementLowering(values, steps, lanes).lower(node)
                || new ResizeLowering(values, buffers, steps, lanes).lower(node)) {
            return;
        }
        Optional<Group> group = Group.of(node).filter(GraphLowering::isPlain);
        if (group.isEmpty() || !new GroupLowering(group.get(), values, buffers, steps, lanes).lower()) {
            onHost(node);
        }
    }

    /// Whether a kernel can have all that the group takes and gives.
    private static boolean isPlain(Group group) {
        return Values.isPlain(group.results().getFirst()) && group.members().stream().allMatch(Formula::isSupported)
                && group.before().stream().allMatch(GraphLowering::isPlain);
    }

    private void onHost(Node node) {
        List<Steps.TypedBuffer> operands = new ArrayList<>();
        node.operands().forEach(
                operand -> operands.add(new Steps.TypedBuffer(values.forHost(operand), operand.type())));
        List<Steps.TypedBuffer> results = new ArrayList<>();
        for (int i = 0; i < node.types().size(); i++) {
            results.add(new Steps.TypedBuffer(values.allocateOnHost(node.output(i)), node.types().get(i)));
        }
        steps.host(node.origin().toString(), node, operands, results);
    }
}

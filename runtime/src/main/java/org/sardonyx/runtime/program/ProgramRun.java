package org.sardonyx.runtime.program;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.kernel.Workers;

/// One run of a program.
final class ProgramRun {
    private final Program program;
    private final Frame frame;
    private final Workers workers;
    private final Interpreter interpreter;
    private final Value[] inputs;
    private final Value[] outputs;
    private final Value[] host;

    ProgramRun(Program program, Frame frame, Workers workers, Interpreter interpreter,
            List<? extends Value> inputs) {
        this.program = program;
        this.frame = frame;
        this.workers = workers;
        this.interpreter = interpreter;
        this.inputs = inputs.stream().map(ProgramRun::aligned).toArray(Value[]::new);
        this.outputs = new Value[program.outputs().size()];
        this.host = new Value[program.hostValues()];
    }

    /// Kernels take native memory that is aligned as tensors of ours are; what is not is copied.
    static Value aligned(Value value) {
        if (value instanceof Tensor tensor && tensor.dataType() != DataType.STRING
                && !tensor.segment().equals(MemorySegment.NULL)
                && (!tensor.segment().isNative() || tensor.segment().address() % Place.ALIGNMENT != 0)) {
            return tensor.copy();
        }
        return value;
    }

    Map<String, Value> run(RunListener listener) {
        for (int i = 0; i < outputs.length; i++) {
            if (program.outputs().get(i).place() instanceof Place.OfOutput
                    && program.outputs().get(i).type() instanceof TensorType type) {
                outputs[i] = Tensor.allocate(type.dataType(), type.shape().sizes());
            }
        }
        for (int i = 0; i < program.steps().size(); i++) {
            Step step = program.steps().get(i);
            listener.step(i, program.steps().size(), step.description());
            switch (step) {
                case Step.KernelStep kernel ->
                        workers.run(frame.bind(i, this::memory), kernel.extent(), kernel.threads());
                case Step.HostStep evaluated -> evaluate(evaluated);
            }
        }
        listener.finished();
        Map<String, Value> results = new LinkedHashMap<>();
        for (int i = 0; i < outputs.length; i++) {
            Program.Binding output = program.outputs().get(i);
            results.put(output.name(), output.place() instanceof Place.OfOutput
                    ? outputs[i]
                    : kept(output.place(), output.type()));
        }
        return results;
    }

    /// A value that outlives the run: what lies in the arena is copied.
    private Value kept(Place place, ValueType type) {
        Value value = value(place, type);
        return place instanceof Place.InArena ? ((Tensor) value).copy() : value;
    }

    /// Where something lies that belongs to this run alone.
    private MemorySegment memory(Place place) {
        return switch (place) {
            case Place.OfInput(int index) -> ((Tensor) inputs[index]).segment();
            case Place.OfOutput(int index) -> ((Tensor) outputs[index]).segment();
            case Place.OnHost(int index) -> ((Tensor) aligned(host[index])).segment();
            case Place.InArena _,Place.OfThread _,Place.OfConstant _ -> throw new IllegalStateException("of all runs");
        };
    }

    private Value value(Place place, ValueType type) {
        return switch (place) {
            case Place.InArena(long offset) when type instanceof TensorType tensor -> {
                long[] sizes = tensor.shape().sizes();
                long bytes = tensor.dataType().bytesFor(Tensor.elementCount(sizes));
                yield Tensor.of(tensor.dataType(), frame.arena().asSlice(offset, bytes), sizes);
            }
            case Place.InArena _,Place.OfThread _ -> throw new IllegalStateException("a " + type + " in the arena");
            case Place.OfConstant(int index) -> shaped(program.constants().get(index), type);
            case Place.OfInput(int index) -> shaped(inputs[index], type);
            case Place.OfOutput(int index) -> outputs[index];
            case Place.OnHost(int index) -> host[index];
        };
    }

    /// A tensor may be taken under another shape than it was passed in.
    private static Value shaped(Value value, ValueType type) {
        return value instanceof Tensor tensor && type instanceof TensorType expected && expected.shape().isStatic()
                && !tensor.shape().equals(expected.shape()) ? tensor.reshaped(expected.shape().sizes()) : value;
    }

    private void evaluate(Step.HostStep step) {
        List<Value> operands = new ArrayList<>();
        step.operands().forEach(operand -> operands.add(value(operand.place(), operand.type())));
        List<? extends Value> results = interpreter.evaluate(step.node(), operands);
        for (int i = 0; i < step.results().size(); i++) {
            store(step.results().get(i), results.get(i));
        }
    }

    private void store(Step.TypedPlace target, Value result) {
        switch (target.place()) {
            case Place.OnHost(int index) -> host[index] = result;
            case Place.OfOutput(int index) when !(outputs[index] instanceof Tensor) -> outputs[index] = result;
            case Place.InArena _,Place.OfOutput _ ->
                    ((Tensor) value(target.place(), target.type())).segment().copyFrom(((Tensor) result).segment());
            case Place.OfConstant _,Place.OfInput _,Place.OfThread _ ->
                    throw new IllegalStateException(target.place() + " is written to");
        }
    }
}

package org.sardonyx.runtime.program;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.ModelException;
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
    /// What is computed in its place: the caller's tensor where kernels can write to that, else a new one.
    private final Value[] outputs;
    /// What the caller gave for each output, or null.
    private final Tensor[] given;
    private final Value[] host;

    /// @throws ModelException if a tensor that was given is not of its output's type
    ProgramRun(Program program, Frame frame, Workers workers, Interpreter interpreter, List<? extends Value> inputs,
            Map<String, Tensor> given) {
        this.program = program;
        this.frame = frame;
        this.workers = workers;
        this.interpreter = interpreter;
        this.inputs = inputs.stream().map(CallerMemory::readable).toArray(Value[]::new);
        this.given = program.outputs().stream().map(output -> given.get(output.name())).toArray(Tensor[]::new);
        this.outputs = new Value[program.outputs().size()];
        this.host = new Value[program.hostValues()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = output(program.outputs().get(i), this.given[i]);
        }
    }

    private Value output(Program.Binding output, Tensor tensor) {
        if (tensor != null && !output.type().admits(tensor.type())) {
            throw OutputTensors.mismatch(output.name(), output.type(), tensor);
        }
        if (!(output.place() instanceof Place.OfOutput) || !(output.type() instanceof TensorType type)) {
            return null;
        }
        return tensor != null && CallerMemory.isWritable(tensor, inputs)
                ? tensor
                : Tensor.allocate(type.dataType(), type.shape().sizes());
    }

    Map<String, Value> run(RunListener listener) {
        for (int i = 0; i < program.steps().size(); i++) {
            Step step = program.steps().get(i);
            listener.step(i, program.steps().size(), step.description());
            switch (step) {
                case Step.KernelStep _ -> workers.run(frame.bind(i, this::memory));
                case Step.HostStep evaluated -> evaluate(evaluated);
            }
        }
        listener.finished();
        Map<String, Value> results = new LinkedHashMap<>();
        for (int i = 0; i < outputs.length; i++) {
            results.put(program.outputs().get(i).name(), result(i));
        }
        return results;
    }

    /// An output, in the tensor that was given for it or in memory that outlives the run and the program.
    private Value result(int index) {
        Program.Binding output = program.outputs().get(index);
        Value value = value(output.place(), output.type());
        if (given[index] != null && value != given[index]) {
            OutputTensors.copy(output.name(), value, given[index]);
            return given[index];
        }
        if (output.place().equals(new Place.OfOutput(index))) {
            return value;
        }
        return value instanceof Tensor tensor && !(output.place() instanceof Place.OnHost)
                ? tensor.copy()
                : Detached.from(program.constants().stream().filter(constant -> constant.dataType() != DataType.STRING)
                        .map(Tensor::segment).toList(), value);
    }

    /// Where something lies that belongs to this run alone.
    private MemorySegment memory(Place place) {
        return switch (place) {
            case Place.OfInput(int index) -> ((Tensor) inputs[index]).segment();
            case Place.OfOutput(int index) -> ((Tensor) outputs[index]).segment();
            case Place.OnHost(int index) -> ((Tensor) CallerMemory.readable(host[index])).segment();
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
            case Place.OfOutput(int index) -> shaped(outputs[index], type);
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
            case Place.OnHost(int index) -> host[index] = Detached.from(List.of(frame.arena()), result);
            case Place.InArena _,Place.OfOutput _ ->
                    ((Tensor) value(target.place(), target.type())).segment().copyFrom(((Tensor) result).segment());
            case Place.OfConstant _,Place.OfInput _,Place.OfThread _ ->
                    throw new IllegalStateException(target.place() + " is written to");
        }
    }
}

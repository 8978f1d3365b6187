package org.sardonyx.runtime.program;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jdk.jfr.FlightRecorder;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.RunListener;

/// One run of a program.
final class ProgramRun {
    private final Program program;
    private final Frame frame;
    private final Interpreter interpreter;
    private final Value[] inputs;
    /// What is computed in its place: the caller's tensor where kernels can write to that, else a new one.
    private final Value[] outputs;
    /// What the caller gave for each output, or null.
    private final Tensor[] given;
    private final Value[] host;
    /// Without a recorder there are no events: to make the first one takes as long as a run.
    private final boolean isRecorded = FlightRecorder.isInitialized();

    /// @throws ModelException if a tensor that was given is not of its output's type
    ProgramRun(Program program, Frame frame, Interpreter interpreter, List<? extends Value> inputs,
            Map<String, Tensor> given) {
        this.program = program;
        this.frame = frame;
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
        RunEvent event = isRecorded ? new RunEvent(program.name(), program.steps().size()) : null;
        if (event != null) {
            event.begin();
        }
        frame.begin(inputs, outputs, listener.measures());
        try {
            Map<String, Value> results = steps(listener);
            if (event != null) {
                event.commit();
            }
            return results;
        } finally {
            frame.end();
        }
    }

    private Map<String, Value> steps(RunListener listener) {
        for (int i = 0; i < program.steps().size(); i++) {
            Step step = program.steps().get(i);
            listener.step(i, program.steps().size(), step.description());
            StepEvent event = isRecorded ? new StepEvent(program.name(), i, step) : null;
            if (event != null) {
                event.begin();
            }
            switch (step) {
                case Step.KernelStep _ -> frame.run(i);
                case Step.HostStep evaluated -> evaluate(evaluated);
            }
            if (event != null) {
                event.commit();
            }
        }
        frame.finish();
        if (listener.measures()) {
            for (int i = 0; i < program.steps().size(); i++) {
                int step = i;
                frame.nanoseconds(i).ifPresent(time -> listener.took(step, time));
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

    private Value value(Place place, ValueType type) {
        return switch (place) {
            case Place.InArena _ when type instanceof TensorType tensor -> frame.read(place, tensor);
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
        step.operands().forEach(operand -> operands.add(operand(operand)));
        List<? extends Value> results = interpreter.evaluate(step.node(), operands);
        for (int i = 0; i < step.results().size(); i++) {
            store(step.results().get(i), results.get(i));
        }
    }

    /// A value for a step on the host, of which kernels may have computed it.
    private Value operand(Step.TypedPlace operand) {
        return operand.place() instanceof Place.OfOutput && operand.type() instanceof TensorType type
                ? shaped(frame.read(operand.place(), type), type)
                : value(operand.place(), operand.type());
    }

    private void store(Step.TypedPlace target, Value result) {
        switch (target.place()) {
            case Place.OnHost(int index) -> host[index] = Detached.from(frame.lent(), result);
            case Place.InArena _,Place.OfOutput _ ->
                    frame.write(target.place(), (TensorType) target.type(), (Tensor) result);
            case Place.OfConstant _,Place.OfInput _,Place.OfThread _ ->
                    throw new IllegalStateException(target.place() + " is written to");
        }
    }
}

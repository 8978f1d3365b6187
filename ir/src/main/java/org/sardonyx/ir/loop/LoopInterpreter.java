package org.sardonyx.ir.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.IndexFunction;
import org.sardonyx.ir.loop.LoopExpression.Relation;

/// Runs kernels lane by lane: the definition of what they compute, and of where they may read and write. An index outside of
/// a buffer is an [IndexOutOfBoundsException].
public final class LoopInterpreter {
    private final Map<String, float[]> buffers = new HashMap<>();
    private final Map<String, Long> indices = new HashMap<>();
    private final Map<String, float[]> floats = new HashMap<>();
    private final Map<String, NumberFormat> formats;

    private LoopInterpreter(Map<String, NumberFormat> formats) {
        this.formats = formats;
    }

    /// Runs a kernel for the indices `from` to `to` of its outermost loop, without the last.
    ///
    /// @param buffers the elements of each buffer, in the kernel's order; those of a buffer of float16 are rounded as they are there
    /// @param parameters in the kernel's order
    public static void run(LoopKernel kernel, float[][] buffers, long[] parameters, long from, long to) {
        for (long place = from; place < to; place++) {
            if (kernel.group().isPresent()) {
                group(kernel, kernel.group().get(), buffers, parameters, place).execute(kernel.body());
            } else {
                item(kernel, buffers, parameters, place).execute(kernel.body());
            }
        }
    }

    private static LoopInterpreter item(LoopKernel kernel, float[][] buffers, long[] parameters, long place) {
        LoopInterpreter run = new LoopInterpreter(kernel.formats());
        for (int i = 0; i < buffers.length; i++) {
            run.buffers.put(kernel.buffers().get(i), buffers[i]);
        }
        for (int i = 0; i < parameters.length; i++) {
            run.indices.put(kernel.parameters().get(i), parameters[i]);
        }
        run.indices.put(kernel.variable(), place);
        return run;
    }

    /// What is in the shared buffers at first is NaN, so that whatever is read before it was written shows.
    private static GroupInterpreter group(LoopKernel kernel, WorkGroup group, float[][] buffers, long[] parameters,
            long place) {
        List<LoopInterpreter> items = new ArrayList<>();
        for (int i = 0; i < group.items(); i++) {
            LoopInterpreter item = item(kernel, buffers, parameters, place);
            item.indices.put(group.item(), (long) i);
            items.add(item);
        }
        for (WorkGroup.Shared shared : group.shared()) {
            float[] elements = new float[shared.elements()];
            Arrays.fill(elements, Float.NaN);
            items.forEach(item -> item.buffers.put(shared.name(), elements));
        }
        return new GroupInterpreter(items);
    }

    void setIndex(String variable, long value) {
        indices.put(variable, value);
    }

    void execute(LoopStatement statement) {
        switch (statement) {
            case LoopStatement.Block(var statements) -> statements.forEach(this::execute);
            case LoopStatement.Define(String name, var value) -> put(name, value);
            case LoopStatement.Assign(String name, var value) -> put(name, value);
            case LoopStatement.Loop(String variable, var from, var to, var step, var body) -> {
                long end = index(to);
                for (long i = index(from); i < end; i += index(step)) {
                    indices.put(variable, i);
                    execute(body);
                }
            }
            case LoopStatement.Store(String buffer, var at, var value, var count) -> {
                float[] lanes = numbers(value);
                long first = index(at);
                long stored =
                        count.map(this::index).map(number -> Math.clamp(number, 0, lanes.length)).orElse(lanes.length);
                for (int i = 0; i < stored; i++) {
                    buffers.get(buffer)[Math.toIntExact(first + i)] = rounded(buffer, lanes[i]);
                }
            }
            case LoopStatement.Prefetch _ -> {}
            case LoopStatement.Barrier _ -> throw new IllegalStateException("a barrier that not all items come to");
            case LoopStatement.MultiplyMatrices _ ->
                    throw new IllegalStateException("a product of matrices that not all items come to");
            case LoopStatement.When(var condition, var body) -> {
                if (holds(condition)) {
                    execute(body);
                }
            }
        }
    }

    private float rounded(String buffer, float value) {
        return formats.getOrDefault(buffer, NumberFormat.FLOAT32).round(value);
    }

    private void put(String name, LoopExpression value) {
        if (value.type().equals(LoopType.INDEX)) {
            indices.put(name, index(value));
        } else {
            floats.put(name, numbers(value));
        }
    }

    /// The numbers in registers, one register after the other.
    float[] registers(List<LoopExpression> registers) {
        float[][] numbers = registers.stream().map(this::numbers).toArray(float[][]::new);
        float[] all = new float[numbers.length * numbers[0].length];
        for (int i = 0; i < numbers.length; i++) {
            System.arraycopy(numbers[i], 0, all, i * numbers[0].length, numbers[0].length);
        }
        return all;
    }

    /// Lanes of variables.
    float[] lanes(List<LoopExpression.Lane> wanted) {
        float[] values = new float[wanted.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = floats(wanted.get(i))[0];
        }
        return values;
    }

    /// Changes lanes of variables.
    void setLanes(List<LoopExpression.Lane> changed, float[] values) {
        for (int i = 0; i < values.length; i++) {
            LoopExpression.Lane lane = changed.get(i);
            floats.get(((LoopExpression.Variable) lane.vector()).name())[lane.lane()] = values[i];
        }
    }

    /// The lanes of a vector, or the numbers in registers.
    private float[] numbers(LoopExpression expression) {
        if (expression.type().kind() != LoopType.Kind.REGISTER) {
            return floats(expression);
        }
        return switch (expression) {
            case LoopExpression.Variable(String name, _) -> floats.get(name);
            case LoopExpression.Lane(var registers, int register) -> {
                float[] all = numbers(registers);
                int numbers = all.length / registers.type().lanes();
                yield Arrays.copyOfRange(all, register * numbers, (register + 1) * numbers);
            }
            case LoopExpression.Registers registers -> {
                int first = Math.toIntExact(index(registers.index()));
                float[] buffer = buffers.get(registers.buffer());
                Objects.checkFromIndexSize(first, registers.elements(), buffer.length);
                yield Arrays.copyOfRange(buffer, first, first + registers.elements());
            }
            default -> throw new IllegalArgumentException("no register: " + expression);
        };
    }

    boolean holds(LoopExpression condition) {
        return condition instanceof LoopExpression.Less(var left, var right) && index(left) < index(right);
    }

    long index(LoopExpression expression) {
        return switch (expression) {
            case LoopExpression.IndexConstant(long value) -> value;
            case LoopExpression.Parameter(String name) -> indices.get(name);
            case LoopExpression.Variable(String name, _) -> indices.get(name);
            case LoopExpression.IndexOperation(var function, var left, var right) ->
                    index(function, index(left), index(right));
            case LoopExpression.WholeNumber(var scalar) -> (long) floats(scalar)[0];
            default -> throw new IllegalArgumentException("no index: " + expression);
        };
    }

    private static long index(IndexFunction function, long a, long b) {
        return switch (function) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case MINIMUM -> Math.min(a, b);
            case MAXIMUM -> Math.max(a, b);
        };
    }

    private float[] floats(LoopExpression expression) {
        float[] lanes = new float[expression.type().lanes()];
        switch (expression) {
            case LoopExpression.FloatConstant(float value, _) -> Arrays.fill(lanes, value);
            case LoopExpression.Variable(String name, _) ->
                    System.arraycopy(floats.get(name), 0, lanes, 0, lanes.length);
            case LoopExpression.Load(String buffer, var at, _, var count) -> {
                long first = index(at);
                long read =
                        count.map(this::index).map(number -> Math.clamp(number, 0, lanes.length)).orElse(lanes.length);
                for (int i = 0; i < read; i++) {
                    lanes[i] = rounded(buffer, buffers.get(buffer)[Math.toIntExact(first + i)]);
                }
            }
            case LoopExpression.Splat(var scalar, _) -> Arrays.fill(lanes, floats(scalar)[0]);
            case LoopExpression.Unary(var function, var operand) -> {
                float[] x = floats(operand);
                for (int i = 0; i < lanes.length; i++) {
                    lanes[i] = function.of(x[i]);
                }
            }
            case LoopExpression.Binary(var function, var left, var right) -> {
                float[] a = floats(left);
                float[] b = floats(right);
                for (int i = 0; i < lanes.length; i++) {
                    lanes[i] = binary(function, a[i], b[i]);
                }
            }
            case LoopExpression.MultiplyAdd(var left, var right, var addend) -> {
                float[] a = floats(left);
                float[] b = floats(right);
                float[] c = floats(addend);
                for (int i = 0; i < lanes.length; i++) {
                    lanes[i] = Math.fma(a[i], b[i], c[i]);
                }
            }
            case LoopExpression.Choose(var relation, var left, var right, var then, var otherwise) -> {
                float[] a = floats(left);
                float[] b = floats(right);
                float[] first = floats(then);
                float[] second = floats(otherwise);
                for (int i = 0; i < lanes.length; i++) {
                    lanes[i] = holds(relation, a[i], b[i]) ? first[i] : second[i];
                }
            }
            case LoopExpression.Across(var function, var vector) -> {
                float[] x = floats(vector);
                lanes[0] = x[0];
                for (int i = 1; i < x.length; i++) {
                    lanes[0] = binary(function, lanes[0], x[i]);
                }
            }
            case LoopExpression.Lane(var vector, int lane) -> lanes[0] = floats(vector)[lane];
            default -> throw new IllegalArgumentException("no float: " + expression);
        }
        return lanes;
    }

    private static boolean holds(Relation relation, float a, float b) {
        return switch (relation) {
            case LESS -> a < b;
            case LESS_OR_EQUAL -> a <= b;
            case EQUAL -> a == b;
        };
    }

    private static float binary(BinaryMath function, float a, float b) {
        return switch (function) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MINIMUM -> Math.min(a, b);
            case MAXIMUM -> Math.max(a, b);
        };
    }
}

package org.sardonyx.ir.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.IndexFunction;
import org.sardonyx.ir.loop.LoopExpression.Relation;
import org.sardonyx.ir.loop.LoopExpression.UnaryMath;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.loop.LoopType;
import org.sardonyx.ir.loop.MatrixForm;
import org.sardonyx.ir.loop.NumberFormat;
import org.sardonyx.ir.loop.WorkGroup;

/// Makes kernels of every kind of statement and expression. The same seed makes the same kernel.
final class RandomKernel {
    private static final float[] NUMBERS = {0, -0.0f, 1, -1.5f, 1e-30f, 3.4e38f, Float.MIN_VALUE, Float.NaN,
        Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
    private static final long[] INDICES = {0, 1, -1, 7, Long.MAX_VALUE, Long.MIN_VALUE};
    private static final int[] LANES = {1, 1, 4, 8, 16};
    private static final List<String> BUFFERS = List.of("x", "y", "e0");
    private static final List<String> PARAMETERS =
            List.of("width", "first", "by", "x_row", "floats", "a_parameter_whose_name_is_too_long_for_its_line",
                    "another_parameter_whose_name_is_as_long");

    private final Random random;
    private final LoopCode code = new LoopCode();
    private final List<Variable> variables = new ArrayList<>();

    private RandomKernel(long seed) {
        this.random = new Random(seed);
    }

    static LoopKernel of(long seed) {
        RandomKernel made = new RandomKernel(seed);
        made.variables.add(new Variable("place", LoopType.INDEX));
        made.statements(3);
        return new LoopKernel("random", BUFFERS, made.random.nextBoolean() ? PARAMETERS : PARAMETERS.subList(0, 5),
                "place", made.code.block(), made.group(),
                made.random.nextBoolean() ? Set.of() : Set.of("y", "e0"));
    }

    private Optional<WorkGroup> group() {
        List<WorkGroup.Shared> shared =
                List.of(new WorkGroup.Shared("shared", 1 + random.nextInt(5000), pick(NumberFormat.values())),
                        new WorkGroup.Shared("other", 4));
        return random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new WorkGroup("item", 1 + random.nextInt(300), shared.subList(0, random.nextInt(3))));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private void statements(int depth) {
        int known = variables.size();
        for (int count = random.nextInt(5); count > 0; count--) {
            statement(depth);
        }
        variables.subList(known, variables.size()).clear();
    }

    private void statement(int depth) {
        int lanes = LANES[random.nextInt(LANES.length)];
        switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> variables.add(code.define("value", random.nextBoolean() ? index(3) : floats(lanes, 3)));
            case 1 -> {
                Variable variable = variables.get(random.nextInt(variables.size()));
                code.assign(variable, variable.type().equals(LoopType.INDEX)
                        ? index(3)
                        : floats(variable.type().lanes(), 3));
            }
            case 2 -> code.store("y", index(2), floats(lanes, 3));
            case 3 -> code.store("e0", index(2), floats(lanes, 3), index(2));
            case 4 -> code.barrier();
            case 5 -> matrices();
            case 6 -> code.loop("i", index(1), index(2), random.nextBoolean() ? LoopCode.index(1) : index(1), i -> {
                variables.add((Variable) i);
                statements(depth - 1);
                variables.remove(i);
            });
            default -> code.when(new LoopExpression.Less(index(2), index(2)), () -> statements(depth - 1));
        }
    }

    private void matrices() {
        MatrixForm form = pick(MatrixForm.values());
        Variable registers = code.define("registers", new LoopExpression.Registers(form, "x", index(2), 4));
        Variable sums = code.define("sums", floats(8, 1));
        List<LoopExpression> left = new ArrayList<>();
        List<LoopExpression> right = new ArrayList<>();
        List<LoopExpression.Lane> lanes = new ArrayList<>();
        for (int i = 0; i < MatrixForm.LEFT; i++) {
            left.add(new LoopExpression.Lane(registers, random.nextInt(4)));
            lanes.add(new LoopExpression.Lane(sums, random.nextInt(8)));
        }
        for (int i = 0; i < MatrixForm.RIGHT; i++) {
            right.add(new LoopExpression.Registers(form, "x", index(1), 1));
        }
        code.multiplyMatrices(form, left, right, lanes);
        code.store("y", index(1), registers);
    }

    private LoopExpression index(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 3)) {
            case 0 -> LoopCode.index(INDICES[random.nextInt(INDICES.length)]);
            case 1 -> LoopCode.parameter(PARAMETERS.get(random.nextInt(5)));
            case 2 -> variable(LoopType.INDEX).orElse(LoopCode.index(3));
            case 3 -> new LoopExpression.WholeNumber(floats(1, depth - 1));
            default -> LoopCode.operation(pick(IndexFunction.values()), index(depth - 1), index(depth - 1));
        };
    }

    private Optional<LoopExpression> variable(LoopType type) {
        List<Variable> fitting = variables.stream().filter(variable -> variable.type().equals(type)).toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting.get(random.nextInt(fitting.size())));
    }

    private LoopExpression floats(int lanes, int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 3)) {
            case 0 -> LoopCode.constant(NUMBERS[random.nextInt(NUMBERS.length)], lanes);
            case 1 -> LoopCode.load("x", index(1), lanes);
            case 2 -> variable(LoopType.floats(lanes)).orElse(LoopCode.constant(2, lanes));
            case 3 -> LoopCode.load("x", index(1), lanes, index(1));
            case 4 -> new LoopExpression.Splat(floats(1, depth - 1), lanes);
            case 5 -> new LoopExpression.Unary(pick(UnaryMath.values()), floats(lanes, depth - 1));
            case 6 -> new LoopExpression.MultiplyAdd(floats(lanes, depth - 1), floats(lanes, depth - 1),
                    floats(lanes, depth - 1));
            case 7 -> new LoopExpression.Choose(pick(Relation.values()), floats(lanes, depth - 1),
                    floats(lanes, depth - 1), floats(lanes, depth - 1), floats(lanes, depth - 1));
            case 8 -> lanes == 1
                    ? new LoopExpression.Across(pick(BinaryMath.values()), floats(8, depth - 1))
                    : floats(lanes, depth - 1);
            case 9 -> lanes == 1
                    ? new LoopExpression.Lane(floats(4, depth - 1), random.nextInt(4))
                    : floats(lanes, depth - 1);
            default -> LoopCode.binary(pick(BinaryMath.values()), floats(lanes, depth - 1), floats(lanes, depth - 1));
        };
    }
}

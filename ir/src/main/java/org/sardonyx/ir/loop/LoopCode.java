package org.sardonyx.ir.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.IndexConstant;
import org.sardonyx.ir.loop.LoopExpression.IndexFunction;
import org.sardonyx.ir.loop.LoopExpression.IndexOperation;
import org.sardonyx.ir.loop.LoopExpression.Variable;

/// Writes kernels: collects statements in order, and names variables.
///
/// ```java
/// LoopCode code = new LoopCode();
/// code.loop("i", index(0), parameter("size"), index(lanes), i -> code.store("y", i, code.load("x", i, lanes)));
/// LoopKernel copy = new LoopKernel("copy", List.of("x", "y"), List.of("size"), "row", code.block());
/// ```
public final class LoopCode {
    private List<LoopStatement> statements = new ArrayList<>();
    private int variables;

    public static LoopExpression index(long value) {
        return new IndexConstant(value);
    }

    public static LoopExpression parameter(String name) {
        return new LoopExpression.Parameter(name);
    }

    /// A sum; what is known of it is computed.
    public static LoopExpression plus(LoopExpression left, LoopExpression right) {
        if (left instanceof IndexConstant(long a) && right instanceof IndexConstant(long b)) {
            return index(a + b);
        }
        return isConstant(left, 0) ? right : isConstant(right, 0) ? left : operation(IndexFunction.ADD, left, right);
    }

    /// A product; what is known of it is computed.
    public static LoopExpression times(LoopExpression left, LoopExpression right) {
        if (left instanceof IndexConstant(long a) && right instanceof IndexConstant(long b)) {
            return index(a * b);
        }
        if (isConstant(left, 0) || isConstant(right, 0)) {
            return index(0);
        }
        return isConstant(left, 1)
                ? right
                : isConstant(right, 1) ? left : operation(IndexFunction.MULTIPLY, left, right);
    }

    private static boolean isConstant(LoopExpression expression, long value) {
        return expression instanceof IndexConstant(long constant) && constant == value;
    }

    /// A difference of indices.
    public static LoopExpression subtract(LoopExpression left, LoopExpression right) {
        return operation(IndexFunction.SUBTRACT, left, right);
    }

    /// A quotient of indices, without what is left.
    public static LoopExpression divide(LoopExpression left, LoopExpression right) {
        return operation(IndexFunction.DIVIDE, left, right);
    }

    /// What is left when an index is divided by another.
    public static LoopExpression remainder(LoopExpression left, LoopExpression right) {
        return operation(IndexFunction.REMAINDER, left, right);
    }

    /// The smaller of two indices.
    public static LoopExpression minimum(LoopExpression left, LoopExpression right) {
        return operation(IndexFunction.MINIMUM, left, right);
    }

    public static LoopExpression operation(IndexFunction function, LoopExpression left, LoopExpression right) {
        return new IndexOperation(function, left, right);
    }

    public static LoopExpression binary(BinaryMath function, LoopExpression left, LoopExpression right) {
        return new LoopExpression.Binary(function, left, right);
    }

    public static LoopExpression load(String buffer, LoopExpression index, int lanes) {
        return new LoopExpression.Load(buffer, index, lanes, Optional.empty());
    }

    /// Reads `count` elements, the rest is zero.
    public static LoopExpression load(String buffer, LoopExpression index, int lanes, LoopExpression count) {
        return new LoopExpression.Load(buffer, index, lanes, Optional.of(count));
    }

    /// A number in all lanes.
    public static LoopExpression constant(double value, int lanes) {
        return new LoopExpression.FloatConstant((float) value, lanes);
    }

    /// Defines a variable with a name that no other has.
    public Variable define(String name, LoopExpression value) {
        Variable variable = new Variable(name + "_" + variables++, value.type());
        statements.add(new LoopStatement.Define(variable.name(), value));
        return variable;
    }

    public void assign(Variable variable, LoopExpression value) {
        statements.add(new LoopStatement.Assign(variable.name(), value));
    }

    public void store(String buffer, LoopExpression index, LoopExpression value) {
        statements.add(new LoopStatement.Store(buffer, index, value, Optional.empty()));
    }

    /// Writes the first `count` lanes.
    public void store(String buffer, LoopExpression index, LoopExpression value, LoopExpression count) {
        statements.add(new LoopStatement.Store(buffer, index, value, Optional.of(count)));
    }

    /// Says that an element will be read before long.
    public void prefetch(String buffer, LoopExpression index) {
        statements.add(new LoopStatement.Prefetch(buffer, index));
    }

    /// Adds the product of two small matrices to sums.
    public void multiplyMatrices(MatrixForm form, List<LoopExpression> left, List<LoopExpression> right,
            List<LoopExpression.Lane> sums) {
        statements.add(new LoopStatement.MultiplyMatrices(form, left, right, sums));
    }

    /// Waits for the other items of the work-group.
    public void barrier() {
        statements.add(new LoopStatement.Barrier());
    }

    public void loop(String name, LoopExpression from, LoopExpression to, LoopExpression step,
            Consumer<LoopExpression> body) {
        Variable variable = new Variable(name + "_" + variables++, LoopType.INDEX);
        LoopStatement.Block inner = inside(() -> body.accept(variable));
        statements.add(new LoopStatement.Loop(variable.name(), from, to, step, inner));
    }

    public void when(LoopExpression condition, Runnable body) {
        LoopStatement.Block inner = inside(body);
        statements.add(new LoopStatement.When(condition, inner));
    }

    private LoopStatement.Block inside(Runnable body) {
        List<LoopStatement> outer = statements;
        statements = new ArrayList<>();
        body.run();
        LoopStatement.Block inner = block();
        statements = outer;
        return inner;
    }

    /// What was written so far.
    public LoopStatement.Block block() {
        return new LoopStatement.Block(statements);
    }

    /// Makes a kernel whose body is run for each index of the outermost loop.
    public static LoopKernel kernel(String name, List<String> buffers, List<String> parameters,
            Function<LoopCode, Consumer<LoopExpression>> body) {
        LoopCode code = new LoopCode();
        body.apply(code).accept(new Variable("place", LoopType.INDEX));
        return new LoopKernel(name, buffers, parameters, "place", code.block());
    }

    /// Writes the body of a kernel for work-groups.
    @FunctionalInterface
    public interface GroupBody {
        /// @param place the index of the outermost loop
        /// @param item the number of the work-item in its group
        void emit(LoopCode code, LoopExpression place, LoopExpression item);
    }

    /// Makes a kernel whose body is run by the items of a work-group for each index of the outermost loop.
    ///
    /// @param items of a group
    /// @param shared the buffers they share
    public static LoopKernel kernel(String name, List<String> buffers, List<String> parameters, int items,
            List<WorkGroup.Shared> shared, GroupBody body) {
        LoopCode code = new LoopCode();
        body.emit(code, new Variable("place", LoopType.INDEX), new Variable("item", LoopType.INDEX));
        return new LoopKernel(name, buffers, parameters, "place", code.block(),
                Optional.of(new WorkGroup("item", items, shared)), Set.of());
    }
}

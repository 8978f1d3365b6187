package org.sardonyx.codegen.opencl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.loop.LoopStatement;
import org.sardonyx.ir.loop.LoopType;

/// Powers of two that divide the indices of a kernel, as far as that follows from its parameters and definitions: a vector whose
/// index is a multiple of its lanes is read and written at once.
final class Divisors {
    /// The lanes of the longest vector.
    private static final long MOST = 16;

    /// Of variables and parameters.
    private final Map<String, Long> known = new HashMap<>();
    private boolean changed;

    /// @param parameters the values of the kernel's parameters, in its order
    Divisors(LoopKernel kernel, List<Long> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            known.put(kernel.parameters().get(i), of(parameters.get(i)));
        }
        known.put(kernel.variable(), 1L);
        kernel.group().ifPresent(group -> known.put(group.item(), 1L));
        do {
            changed = false;
            visit(kernel.body());
        } while (changed);
    }

    private static long of(long number) {
        return number == 0 ? MOST : Math.min(MOST, Long.lowestOneBit(number));
    }

    /// A variable is taken for a multiple of everything until something else is found to be assigned to it.
    private void visit(LoopStatement statement) {
        switch (statement) {
            case LoopStatement.Block(var statements) -> statements.forEach(this::visit);
            case LoopStatement.Define(String name, var value) -> restrict(name, value);
            case LoopStatement.Assign(String name, var value) -> restrict(name, value);
            case LoopStatement.Loop(String variable, var from, _, var step, var body) -> {
                restrict(variable, from);
                restrict(variable, step);
                visit(body);
            }
            case LoopStatement.When(_, var body) -> visit(body);
            case LoopStatement.Store _,LoopStatement.Prefetch _,LoopStatement.Barrier _,LoopStatement.MultiplyMatrices _ ->
                    {}
        }
    }

    private void restrict(String variable, LoopExpression value) {
        if (value.type().equals(LoopType.INDEX)) {
            long divisor = Math.min(known.getOrDefault(variable, MOST), of(value));
            changed |= !Long.valueOf(divisor).equals(known.put(variable, divisor));
        }
    }

    /// A power of two that divides an index, whatever it is.
    long of(LoopExpression index) {
        return switch (index) {
            case LoopExpression.IndexConstant(long value) -> of(value);
            case LoopExpression.Parameter(String name) -> known.getOrDefault(name, 1L);
            case LoopExpression.Variable(String name, _) -> known.getOrDefault(name, MOST);
            case LoopExpression.IndexOperation(var function, var left, var right) -> switch (function) {
                case ADD, SUBTRACT, REMAINDER, MINIMUM, MAXIMUM -> Math.min(of(left), of(right));
                case MULTIPLY -> Math.min(MOST, of(left) * of(right));
                case DIVIDE -> 1;
            };
            default -> 1;
        };
    }
}

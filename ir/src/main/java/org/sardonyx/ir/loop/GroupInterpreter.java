package org.sardonyx.ir.loop;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Runs the body of a kernel for all items of a work-group: from one barrier or product of matrices to the next, one item after the
/// other. After every other barrier the last item is the first, so that an item that reads what another one writes before the next barrier is
/// found out: it reads too early one way or the other. (Items also wait for each other where a loop with a barrier begins anew.)
final class GroupInterpreter {
    private final List<LoopInterpreter> items;
    private final Map<LoopStatement, Boolean> forAll = new IdentityHashMap<>();
    private boolean backwards;

    GroupInterpreter(List<LoopInterpreter> items) {
        this.items = items;
    }

    void execute(LoopStatement statement) {
        if (!isForAll(statement)) {
            together(List.of(statement));
            return;
        }
        switch (statement) {
            case LoopStatement.Block(var statements) -> sequence(statements);
            case LoopStatement.Loop(String variable, var from, var to, var step, var body) -> {
                long end = common(item -> item.index(to));
                for (long i = common(item -> item.index(from)); i < end; i += common(item -> item.index(step))) {
                    for (LoopInterpreter item : items) {
                        item.setIndex(variable, i);
                    }
                    execute(body);
                }
            }
            case LoopStatement.When(var condition, var body) -> {
                if (common(item -> item.holds(condition))) {
                    execute(body);
                }
            }
            case LoopStatement.Barrier _ -> backwards = !backwards;
            case LoopStatement.MultiplyMatrices product -> multiply(product);
            case LoopStatement.Define _,LoopStatement.Assign _,LoopStatement.Store _,LoopStatement.Prefetch _ ->
                    throw new IllegalStateException("nothing for all items in " + statement);
        }
    }

    /// Statements that follow each other and are not for all items together are run by one item after the other.
    private void sequence(List<LoopStatement> statements) {
        List<LoopStatement> free = new ArrayList<>();
        for (LoopStatement statement : statements) {
            if (isForAll(statement)) {
                together(free);
                free.clear();
                execute(statement);
            } else {
                free.add(statement);
            }
        }
        together(free);
    }

    private void together(List<LoopStatement> statements) {
        for (LoopInterpreter item : backwards ? items.reversed() : items) {
            statements.forEach(item::execute);
        }
    }

    private void multiply(LoopStatement.MultiplyMatrices product) {
        if (items.size() % MatrixForm.ITEMS != 0) {
            throw new IllegalStateException(items.size() + " items multiply matrices");
        }
        for (int first = 0; first < items.size(); first += MatrixForm.ITEMS) {
            List<LoopInterpreter> together = items.subList(first, first + MatrixForm.ITEMS);
            float[][] sums = of(together, item -> item.lanes(product.sums()));
            product.form().multiplyAdd(of(together, item -> item.registers(product.left())),
                    of(together, item -> item.registers(product.right())), sums);
            for (int i = 0; i < sums.length; i++) {
                together.get(i).setLanes(product.sums(), sums[i]);
            }
        }
    }

    private static float[][] of(List<LoopInterpreter> items, Function<LoopInterpreter, float[]> numbers) {
        return items.stream().map(numbers).toArray(float[][]::new);
    }

    /// What all items have in common where they come to a statement for all of them.
    private <T> T common(Function<LoopInterpreter, T> value) {
        T first = value.apply(items.getFirst());
        if (!items.stream().map(value).allMatch(first::equals)) {
            throw new IllegalStateException("a barrier that not all items come to");
        }
        return first;
    }

    /// Whether it has a statement to which all items come.
    private boolean isForAll(LoopStatement statement) {
        Boolean known = forAll.get(statement);
        if (known == null) {
            known = switch (statement) {
                case LoopStatement.Block(var statements) -> statements.stream().anyMatch(this::isForAll);
                case LoopStatement.Loop loop -> isForAll(loop.body());
                case LoopStatement.When(_, var body) -> isForAll(body);
                case LoopStatement.Barrier _,LoopStatement.MultiplyMatrices _ -> true;
                case LoopStatement.Define _,LoopStatement.Assign _,LoopStatement.Store _,LoopStatement.Prefetch _ ->
                        false;
            };
            forAll.put(statement, known);
        }
        return known;
    }
}

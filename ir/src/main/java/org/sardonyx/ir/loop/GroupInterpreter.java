package org.sardonyx.ir.loop;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Runs the body of a kernel for all items of a work-group: from one barrier to the next, one item after the other. Every other
/// time the last item is the first, so that an item that reads what another one writes before the next barrier is
/// found out: it reads too early one way or the other. (Items also wait for each other where a loop with a barrier begins anew.)
final class GroupInterpreter {
    private final List<LoopInterpreter> items;
    private final Map<LoopStatement, Boolean> barriers = new IdentityHashMap<>();
    private boolean backwards;

    GroupInterpreter(List<LoopInterpreter> items) {
        this.items = items;
    }

    void execute(LoopStatement statement) {
        if (!hasBarrier(statement)) {
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
            case LoopStatement.Define _,LoopStatement.Assign _,LoopStatement.Store _,LoopStatement.Prefetch _ ->
                    throw new IllegalStateException("no barrier in " + statement);
        }
    }

    /// Statements that follow each other without a barrier are run by one item after the other.
    private void sequence(List<LoopStatement> statements) {
        List<LoopStatement> free = new ArrayList<>();
        for (LoopStatement statement : statements) {
            if (hasBarrier(statement)) {
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

    /// What all items have in common where they come to a barrier.
    private <T> T common(Function<LoopInterpreter, T> value) {
        T first = value.apply(items.getFirst());
        if (!items.stream().map(value).allMatch(first::equals)) {
            throw new IllegalStateException("a barrier that not all items come to");
        }
        return first;
    }

    private boolean hasBarrier(LoopStatement statement) {
        Boolean known = barriers.get(statement);
        if (known == null) {
            known = switch (statement) {
                case LoopStatement.Block(var statements) -> statements.stream().anyMatch(this::hasBarrier);
                case LoopStatement.Loop loop -> hasBarrier(loop.body());
                case LoopStatement.When(_, var body) -> hasBarrier(body);
                case LoopStatement.Barrier _ -> true;
                case LoopStatement.Define _,LoopStatement.Assign _,LoopStatement.Store _,LoopStatement.Prefetch _ ->
                        false;
            };
            barriers.put(statement, known);
        }
        return known;
    }
}

package org.sardonyx.frontend.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.sardonyx.frontend.language.syntax.Chain;
import org.sardonyx.frontend.language.syntax.Diagnostics;
import org.sardonyx.frontend.language.syntax.Element;
import org.sardonyx.frontend.language.syntax.Expression;
import org.sardonyx.frontend.language.syntax.Position;
import org.sardonyx.frontend.language.syntax.Statement;
import org.sardonyx.frontend.weights.Initializer;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.TensorType;

/// Carries out the statements of a network and of the blocks it calls. A statement with a mistake is told and passed over;
/// what depends on its value is looked at as far as that needs no value.
final class Lowering {
    /// Statements and layers that are carried out at most: `repeat` could ask for any number.
    private static final int MOST_STEPS = 50_000;
    /// Blocks that call each other at most; each takes a few frames of the thread's stack.
    private static final int DEEPEST = 64;

    private final NetworkBuilder network;
    private final Diagnostics diagnostics;
    private final Chains chains;
    private int steps;
    private int depth;

    Lowering(Vocabulary vocabulary, NetworkBuilder network, Diagnostics diagnostics) {
        this.network = network;
        this.diagnostics = diagnostics;
        this.chains = new Chains(vocabulary, network, this);
    }

    /// Thrown to give up the network.
    static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUp() {
            super(null, null, false, false);
        }
    }

    /// Counts what is carried out.
    ///
    /// @throws GivenUp if it is too much
    void count(Position at) {
        if (++steps > MOST_STEPS) {
            diagnostics.add(at, "the network takes more than " + MOST_STEPS + " steps to build, and is given up");
            throw new GivenUp();
        }
    }

    /// Carries out the body of a block.
    ///
    /// @throws Fault if blocks call each other too deeply
    void enter(Position at, List<Statement> body, Frame frame) {
        if (depth >= DEEPEST) {
            throw new Fault(at, "blocks call each other more than " + DEEPEST + " deep");
        }
        depth++;
        try {
            run(body, frame);
        } finally {
            depth--;
        }
    }

    void run(List<Statement> statements, Frame frame) {
        statements.forEach(statement -> run(statement, frame));
    }

    void run(Statement statement, Frame frame) {
        count(statement.at());
        try {
            carryOut(statement, frame);
        } catch (Fault fault) {
            diagnostics.add(fault.at(), fault.getMessage());
            abandon(statement, frame);
        } catch (Fault.Told _) {
            abandon(statement, frame);
        } catch (ModelException e) {
            diagnostics.add(statement.at(), e.getMessage());
            abandon(statement, frame);
        }
    }

    /// What a statement would have defined is broken.
    private static void abandon(Statement statement, Frame frame) {
        switch (statement) {
            case Statement.Apply(_, _, var name) -> {
                frame.current(Value.BROKEN);
                name.ifPresent(named -> frame.values().put(named, Value.BROKEN));
            }
            case Statement.Branch(_, var names, _) -> names.forEach(name -> frame.values().put(name, Value.BROKEN));
            case Statement.Parameter(_, String name, _, _) -> frame.values().put(name, Value.BROKEN);
            case Statement.Let(_, String name, _) -> frame.parameters().putIfAbsent(name, new Datum.Whole(1));
            case Statement.Repeat _,Statement.Choice _,Statement.Group _ -> frame.current(Value.BROKEN);
            case Statement.Initial _,Statement.Output _ -> {}
        }
    }

    private void carryOut(Statement statement, Frame frame) {
        switch (statement) {
            case Statement.Let(Position at, String name, var value) -> {
                requireFree(at, name, frame.values().containsKey(name) ? "a value" : "");
                frame.parameters().put(name, frame.evaluation().value(value));
            }
            case Statement.Initial(Position at, var value) -> frame.weights(initializer(at, frame, value));
            case Statement.Parameter parameter -> parameter(parameter, frame);
            case Statement.Output(Position at, String name, var chain) -> output(at, name, chain, frame);
            case Statement.Branch(Position at, var names, Chain chain) -> {
                names.forEach(name -> requireName(at, name, frame));
                List<Value> results = chains.results(chain, frame, names.size());
                for (int i = 0; i < names.size(); i++) {
                    frame.values().put(names.get(i), results.get(i));
                }
            }
            case Statement.Apply(Position at, Chain chain, var name) -> {
                name.ifPresent(named -> requireName(at, named, frame));
                Value result = chains.result(chain, frame);
                frame.current(result);
                name.ifPresent(named -> frame.values().put(named, result));
            }
            case Statement.Repeat repeat -> repeat(repeat, frame);
            case Statement.Choice(_, var cases, var otherwise) -> choose(cases, otherwise, frame);
            case Statement.Group(Position at, String label, boolean numbered, var body) -> {
                Naming outer = frame.naming();
                frame.naming(new Naming(outer.labelled(Labels.expand(at, label, frame.evaluation())), numbered));
                try {
                    run(body, frame);
                } finally {
                    frame.naming(outer);
                }
            }
        }
    }

    private void requireName(Position at, String name, Frame frame) {
        requireFree(at, name, frame.parameters().containsKey(name) ? "a parameter" : "");
    }

    private void requireFree(Position at, String name, String taken) {
        String meaning = name.equals("here") ? "the current value" : name.equals("channels") ? "a size" : taken;
        if (!meaning.isEmpty() || chains.isCallable(name)) {
            throw new Fault(at, "'" + name + "' is " + (meaning.isEmpty() ? "a layer" : meaning)
                    + " already, another name is needed");
        }
    }

    private static Initializer initializer(Position at, Frame frame, Expression value) {
        return switch (frame.evaluation().argument(value)) {
            case Datum.Initial(var initializer) -> initializer;
            case Datum.Whole(long number) -> Initializer.constant(number);
            case Datum.Fraction(double number) -> Initializer.constant(number);
            case Datum other -> throw new Fault(at, "found " + other + ", expected one of " + Initializer.FORMS);
        };
    }

    private void parameter(Statement.Parameter parameter, Frame frame) {
        requireName(parameter.at(), parameter.name(), frame);
        TensorType type = Types.of(parameter.type(), frame.evaluation());
        if (!type.shape().isStatic()) {
            throw new Fault(parameter.type().at(), "a parameter is a " + type + ", expected fixed sizes");
        }
        Initializer initializer = frame.weights();
        for (Element.Option option : parameter.options()) {
            if (!option.name().equals("init")) {
                throw new Fault(option.at(), "a parameter has no option '" + option.name() + "', only init=");
            }
            initializer = initializer(option.at(), frame, option.value());
        }
        long[] sizes = type.shape().sizes();
        long last = sizes.length == 0 ? 1 : Math.max(1, sizes[sizes.length - 1]);
        frame.values().put(parameter.name(), Value.of(network.parameter(new Parameter(
                frame.naming().path(parameter.name()), type, initializer, last, last, true))));
    }

    private void output(Position at, String name, Optional<Chain> chain, Frame frame) {
        if (depth > 0) {
            throw new Fault(at, "an output is of the network, a block has none");
        }
        Value value = chain.isPresent()
                ? chains.result(chain.get(), frame)
                : frame.values().containsKey(name) ? frame.values().get(name) : chains.current(at, frame);
        if (!value.broken()) {
            try {
                network.model().output(name, value.name());
            } catch (ModelException e) {
                throw new Fault(at, e.getMessage());
            }
        }
    }

    private void repeat(Statement.Repeat repeat, Frame frame) {
        repeat.counter().ifPresent(name -> requireFree(repeat.at(), name,
                frame.values().containsKey(name) ? "a value" : ""));
        Optional<Datum> outer = repeat.counter().map(frame.parameters()::get);
        for (Datum item : counts(repeat, frame)) {
            count(repeat.at());
            repeat.counter().ifPresent(name -> frame.parameters().put(name, item));
            run(repeat.body(), frame);
        }
        repeat.counter().ifPresent(name -> outer.ifPresentOrElse(value -> frame.parameters().put(name, value),
                () -> frame.parameters().remove(name)));
    }

    private static Iterable<Datum> counts(Statement.Repeat repeat, Frame frame) {
        return switch (repeat.counts()) {
            case Statement.Counts.Through(var value) -> switch (frame.evaluation().value(value)) {
                case Datum.Whole(long times) -> upTo(value.at(), 0, times - 1);
                case Datum.Items(var items) -> items;
                case Datum other -> throw new Fault(value.at(), "found " + other + ", expected a number or a list");
            };
            case Statement.Counts.Range(var from, var to) ->
                    upTo(from.at(), frame.evaluation().whole(from), frame.evaluation().whole(to));
        };
    }

    private static List<Datum> upTo(Position at, long from, long to) {
        if (from > to) {
            return List.of();
        }
        if (to - from < 0 || to - from >= MOST_STEPS) {
            throw new Fault(at, "it is repeated more than " + MOST_STEPS + " times");
        }
        List<Datum> numbers = new ArrayList<>();
        for (long i = from; i <= to; i++) {
            numbers.add(new Datum.Whole(i));
        }
        return numbers;
    }

    private void choose(List<Statement.Case> cases, Optional<List<Statement>> otherwise, Frame frame) {
        for (Statement.Case next : cases) {
            if (frame.evaluation().holds(next.condition())) {
                run(next.body(), frame);
                return;
            }
        }
        otherwise.ifPresent(body -> run(body, frame));
    }
}

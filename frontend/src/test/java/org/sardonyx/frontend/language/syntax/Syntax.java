package org.sardonyx.frontend.language.syntax;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Draws trees of the layer language.
final class Syntax {
    private static final Position NOWHERE = new Position("", 1, 1);

    private Syntax() {}

    /// The text of a tree with all places alike, by which two trees can be compared.
    static String withoutPlaces(List<Declaration> declarations) {
        return declarations.toString().replaceAll("at=[^,\\]]*:[0-9]+:[0-9]+", "");
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of("conv", "relu", "skip", "out", "s2", "_x", "Softmax", "low", "k");
    }

    private static Arbitrary<String> labels() {
        return Arbitraries.of("layer1", "layer1.0", "block{i}", "{i}", "a-b", "0");
    }

    private static Arbitrary<Expression> literals() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 1000).map(value -> new Expression.Whole(NOWHERE, value)),
                Arbitraries.longs().between(-1000, -1).map(value -> new Expression.Whole(NOWHERE, value)),
                Arbitraries.doubles().between(-1e6, 1e6).map(value -> new Expression.Decimal(NOWHERE, value)),
                Arbitraries.of(1e-30, 1e30, 0.5, 3.0, -0.25).map(value -> new Expression.Decimal(NOWHERE, value)),
                Arbitraries.of(true, false).map(value -> new Expression.Truth(NOWHERE, value)),
                Arbitraries.longs().between(0, 64).list().ofMinSize(2).ofMaxSize(3)
                        .map(values -> new Expression.Sizes(NOWHERE, values)),
                Arbitraries.of("", "same", "a b").map(value -> new Expression.Text(NOWHERE, value)));
    }

    static Arbitrary<Expression> expressions() {
        Arbitrary<Expression> leaves =
                Arbitraries.oneOf(literals(), names().map(name -> new Expression.Name(NOWHERE, name)),
                        Arbitraries.just(new Expression.Name(NOWHERE, "in")));
        return Arbitraries.recursive(() -> leaves, Syntax::larger, 0, 3);
    }

    private static Arbitrary<Expression> larger(Arbitrary<Expression> smaller) {
        return Arbitraries.oneOf(
                smaller.list().ofMaxSize(3).map(values -> new Expression.Items(NOWHERE, values)),
                Combinators.combine(names(), smaller.list().ofMaxSize(2))
                        .as((name, arguments) -> new Expression.Call(NOWHERE, name, arguments)),
                Combinators.combine(Arbitraries.of(Expression.UnaryFunction.class), smaller)
                        .filter((function, operand) -> function == Expression.UnaryFunction.NOT
                                || !(operand instanceof Expression.Whole || operand instanceof Expression.Decimal))
                        .as((function, operand) -> new Expression.Unary(NOWHERE, function, operand)),
                Combinators.combine(Arbitraries.of(Expression.BinaryFunction.class), smaller, smaller)
                        .as((function, left, right) -> new Expression.Binary(NOWHERE, function, left, right)));
    }

    private static Arbitrary<Chain> chains(Arbitrary<Element> elements) {
        return elements.list().ofMinSize(1).ofMaxSize(5).map(Chain::new);
    }

    private static Arbitrary<Element> elements() {
        Arbitrary<Element> leaves = Arbitraries.oneOf(names().map(name -> new Element.Word(NOWHERE, name)),
                expressions().map(value -> new Element.Argument(NOWHERE, value)),
                Combinators.combine(Arbitraries.of("s", "group", "seed", "init"), expressions())
                        .as((name, value) -> new Element.Option(NOWHERE, name, value)),
                labels().map(label -> new Element.Label(NOWHERE, label)));
        return Arbitraries.recursive(() -> leaves, smaller -> Arbitraries.oneOf(
                Combinators.combine(names(), chains(smaller).optional().list().ofMaxSize(3)).filter(
                        (_, operands) -> operands.size() != 1 || operands.getFirst().isPresent())
                        .as((name, operands) -> new Element.Call(NOWHERE, name, operands)),
                Combinators.combine(Arbitraries.of(Element.Merging.class), chains(smaller))
                        .as((function, operand) -> new Element.Merge(NOWHERE, function, operand))),
                0, 2);
    }

    /// A line that begins with a name and an equals sign would be a branch.
    private static Arbitrary<Chain> lines() {
        return chains(elements()).filter(chain -> !(chain.elements().getFirst() instanceof Element.Option));
    }

    private static Arbitrary<Statement> statements() {
        Arbitrary<Statement> leaves = Arbitraries.oneOf(
                Combinators.combine(names(), expressions())
                        .as((name, value) -> new Statement.Let(NOWHERE, name, value)),
                expressions().map(value -> new Statement.Initial(NOWHERE, value)),
                Combinators.combine(names(), types(), expressions().optional())
                        .as((name, type, value) -> new Statement.Parameter(NOWHERE, name, type,
                                value.map(init -> List.of(new Element.Option(NOWHERE, "init", init)))
                                        .orElse(List.of()))),
                Combinators.combine(names(), lines().optional())
                        .as((name, chain) -> new Statement.Output(NOWHERE, name, chain)),
                Combinators.combine(names().list().ofMinSize(1).ofMaxSize(2), lines())
                        .as((names, chain) -> new Statement.Branch(NOWHERE, names, chain)),
                Combinators.combine(lines(), names().optional())
                        .as((chain, name) -> new Statement.Apply(NOWHERE, chain, name)));
        return Arbitraries.recursive(() -> leaves, Syntax::enclosing, 0, 2);
    }

    private static Arbitrary<Statement> enclosing(Arbitrary<Statement> inner) {
        Arbitrary<List<Statement>> bodies = inner.list().ofMaxSize(3);
        Arbitrary<Statement.Counts> counts = Arbitraries.oneOf(
                expressions().map(Statement.Counts.Through::new),
                Combinators.combine(expressions(), expressions()).as(Statement.Counts.Range::new));
        return Arbitraries.oneOf(
                Combinators.combine(names().optional(), counts, bodies)
                        .as((name, range, body) -> new Statement.Repeat(NOWHERE, name, range, body)),
                Combinators.combine(
                        Combinators.combine(expressions(), bodies).as(Statement.Case::new).list().ofMinSize(1)
                                .ofMaxSize(2),
                        bodies.optional())
                        .as((cases, otherwise) -> new Statement.Choice(NOWHERE, cases, otherwise)),
                Combinators.combine(labels(), Arbitraries.of(true, false), bodies)
                        .as((label, numbered, body) -> new Statement.Group(NOWHERE, label, numbered, body)));
    }

    private static Arbitrary<Type> types() {
        return expressions().optional().list().ofMaxSize(3).map(sizes -> new Type(NOWHERE, "float", sizes));
    }

    private static Arbitrary<List<Declaration.Formal>> formals() {
        return Combinators.combine(names(), expressions().optional())
                .as((name, value) -> new Declaration.Formal(NOWHERE, name, value)).list().ofMaxSize(2);
    }

    static Arbitrary<List<Declaration>> declarations() {
        return Arbitraries.<Declaration>oneOf(
                Arbitraries.just(new Declaration.Import(NOWHERE, "blocks.net")),
                Combinators.combine(names(), names().list().ofMaxSize(2), formals(), statements().list().ofMaxSize(3))
                        .as((name, operands, formals, body) -> new Declaration.Block(NOWHERE, name, operands, formals,
                                body)),
                Combinators.combine(Arbitraries.of("lenet5", "resnet-50", "squeezenet-1.1"), formals())
                        .as((name, formals) -> new Declaration.Network(NOWHERE, name, formals)),
                Combinators.combine(names(), types()).as((name, type) -> new Declaration.Input(NOWHERE, name, type)),
                Arbitraries.just(new Declaration.Weights(NOWHERE, "a.npz")),
                Arbitraries.longs().between(0, 9).map(value -> new Declaration.Seed(NOWHERE, value)),
                statements().map(Declaration.Step::new)).list().ofMinSize(1).ofMaxSize(4);
    }
}

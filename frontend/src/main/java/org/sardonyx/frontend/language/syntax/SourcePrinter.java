package org.sardonyx.frontend.language.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Prints a text of the layer language in its one form: a statement a line, four spaces for each level. Comments are gone.
/// The result reads as the same tree, places aside.
public final class SourcePrinter {
    private final StringBuilder out = new StringBuilder();
    private int level;

    private SourcePrinter() {}

    /// The text of declarations.
    public static String print(List<Declaration> declarations) {
        SourcePrinter printer = new SourcePrinter();
        declarations.forEach(printer::declaration);
        return printer.out.toString();
    }

    private void line(String text) {
        out.append("    ".repeat(level)).append(text).append('\n');
    }

    private void declaration(Declaration declaration) {
        switch (declaration) {
            case Declaration.Import(_, String file) -> line("import \"" + file + "\"");
            case Declaration.Block(_, String name, var operands, var formals, var body) -> {
                String head = operands.isEmpty() ? name : name + "(" + String.join(", ", operands) + ")";
                line("block " + head + formals(formals) + " {");
                body(body);
                line("}");
            }
            case Declaration.Network(_, String name, var formals) -> line("network " + name + formals(formals));
            case Declaration.Input(_, String name, Type type) -> line("input " + name + ": " + type(type));
            case Declaration.Weights(_, String file) -> line("weights \"" + file + "\"");
            case Declaration.Seed(_, long value) -> line("seed " + value);
            case Declaration.Step(Statement statement) -> statement(statement);
        }
    }

    private static String formals(List<Declaration.Formal> formals) {
        return formals.stream().map(formal -> " " + formal.name()
                + formal.byDefault().map(value -> "=" + ExpressionPrinter.simple(value)).orElse(""))
                .collect(Collectors.joining());
    }

    private static String type(Type type) {
        return type.element() + type.dimensions().stream()
                .map(dimension -> dimension.map(ExpressionPrinter::print).orElse("?"))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private void body(List<Statement> statements) {
        level++;
        statements.forEach(this::statement);
        level--;
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Let(_, String name, var value) ->
                    line("let " + name + " = " + ExpressionPrinter.print(value));
            case Statement.Initial(_, var value) -> line("init " + ExpressionPrinter.simple(value));
            case Statement.Parameter(_, String name, var type, var options) ->
                    line("parameter " + name + ": " + type(type)
                            + options.stream().map(option -> " " + element(option)).collect(Collectors.joining()));
            case Statement.Output(_, String name, var chain) ->
                    line("output " + name + chain.map(value -> " = " + chain(value)).orElse(""));
            case Statement.Branch(_, var names, var chain) -> line(String.join(", ", names) + " = " + chain(chain));
            case Statement.Apply(_, var chain, var name) ->
                    line(chain(chain) + name.map(value -> " -> " + value).orElse(""));
            case Statement.Repeat(_, var counter, var counts, var body) -> {
                line("repeat " + counter.map(name -> name + " in ").orElse("") + counts(counts) + " {");
                body(body);
                line("}");
            }
            case Statement.Choice(_, var cases, var otherwise) -> choice(cases, otherwise);
            case Statement.Group(_, String label, boolean numbered, var body) -> {
                line((numbered ? "sequence " : "group ") + label + " {");
                body(body);
                line("}");
            }
        }
    }

    private void choice(List<Statement.Case> cases, Optional<List<Statement>> otherwise) {
        String word = "if ";
        for (Statement.Case next : cases) {
            line(word + ExpressionPrinter.print(next.condition()) + " {");
            body(next.body());
            word = "} else if ";
        }
        otherwise.ifPresent(body -> {
            line("} else {");
            body(body);
        });
        line("}");
    }

    private static String counts(Statement.Counts counts) {
        return switch (counts) {
            case Statement.Counts.Through(var value) -> ExpressionPrinter.print(value);
            case Statement.Counts.Range(var from, var to) ->
                    ExpressionPrinter.print(from) + ".." + ExpressionPrinter.print(to);
        };
    }

    private static String chain(Chain chain) {
        return chain.elements().stream().map(SourcePrinter::element).collect(Collectors.joining(" "));
    }

    private static String element(Element element) {
        return switch (element) {
            case Element.Word(_, String name) -> name;
            case Element.Call(_, String name, var operands) -> call(name, operands);
            case Element.Argument(_, var value) -> ExpressionPrinter.argument(value);
            case Element.Option(_, String name, var value) -> name + "=" + ExpressionPrinter.simple(value);
            case Element.Label(_, String label) -> "as " + label;
            case Element.Merge(_, var function, var operand) -> function.text() + " " + merged(operand);
        };
    }

    private static String call(String name, List<Optional<Chain>> operands) {
        return operands.stream().map(operand -> operand.map(SourcePrinter::chain).orElse(""))
                .collect(Collectors.joining(", ", name + "(", ")"));
    }

    private static String merged(Chain operand) {
        boolean alone = operand.elements().size() == 1 && switch (operand.elements().getFirst()) {
            case Element.Word(_, String name) -> !name.equals("in");
            case Element.Call _ -> true;
            case Element.Argument(_, var value) ->
                    value instanceof Expression.Whole || value instanceof Expression.Decimal;
            default -> false;
        };
        return alone ? chain(operand) : "(" + chain(operand) + ")";
    }
}

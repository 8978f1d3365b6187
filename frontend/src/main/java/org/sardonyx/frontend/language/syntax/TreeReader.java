package org.sardonyx.frontend.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

import org.sardonyx.frontend.language.grammar.NetParser;
import org.sardonyx.frontend.language.grammar.NetParser.ArgumentContext;
import org.sardonyx.frontend.language.grammar.NetParser.BodyContext;
import org.sardonyx.frontend.language.grammar.NetParser.ChainContext;
import org.sardonyx.frontend.language.grammar.NetParser.DeclarationContext;
import org.sardonyx.frontend.language.grammar.NetParser.ElementContext;
import org.sardonyx.frontend.language.grammar.NetParser.FileContext;
import org.sardonyx.frontend.language.grammar.NetParser.FormalContext;
import org.sardonyx.frontend.language.grammar.NetParser.MergedContext;
import org.sardonyx.frontend.language.grammar.NetParser.OperandContext;
import org.sardonyx.frontend.language.grammar.NetParser.OptionNameContext;
import org.sardonyx.frontend.language.grammar.NetParser.SimpleContext;
import org.sardonyx.frontend.language.grammar.NetParser.StatementContext;
import org.sardonyx.frontend.language.grammar.NetParser.TypeContext;

/// Makes our tree of ANTLR's. A part in which the parser found a mistake is left out; the mistake is told already.
final class TreeReader {
    private final ExpressionReader expressions;
    private final SyntaxErrors errors;
    private final String file;

    TreeReader(String file, Diagnostics diagnostics, SyntaxErrors errors) {
        this.file = file;
        this.errors = errors;
        this.expressions = new ExpressionReader(file, diagnostics);
    }

    private Position at(Token token) {
        return new Position(file, token.getLine(), token.getCharPositionInLine() + 1);
    }

    private Position at(ParserRuleContext context) {
        return at(context.getStart());
    }

    private static String text(TerminalNode text) {
        String quoted = text.getText();
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String name(TerminalNode call) {
        return call.getText().substring(0, call.getText().length() - 1);
    }

    List<Declaration> declarations(FileContext file) {
        List<Declaration> declarations = new ArrayList<>();
        for (DeclarationContext declaration : file.declaration()) {
            if (errors.isIn(declaration)) {
                salvage(declaration).ifPresent(declarations::add);
            } else {
                declarations.add(declaration(declaration));
            }
        }
        return declarations;
    }

    /// A block whose body has a mistake is still known by its name, so that its uses are no mistakes, too.
    private Optional<Declaration> salvage(DeclarationContext declaration) {
        if (declaration instanceof NetParser.BlockContext block && block.blockHead() != null
                && !errors.isIn(block.blockHead()) && block.formal().stream().noneMatch(errors::isIn)) {
            return Optional.of(block(block, List.of()));
        }
        return declaration instanceof NetParser.NetworkContext network && network.LABEL() != null
                ? Optional.of(new Declaration.Network(at(network), network.LABEL().getText(), List.of()))
                : Optional.empty();
    }

    private Declaration declaration(DeclarationContext context) {
        Position at = at(context);
        return switch (context) {
            case NetParser.ImportingContext importing -> new Declaration.Import(at, text(importing.TEXT()));
            case NetParser.BlockContext block -> block(block, body(block.body()));
            case NetParser.NetworkContext network -> new Declaration.Network(at, network.LABEL().getText(),
                    network.formal().stream().map(this::formal).toList());
            case NetParser.InputContext input -> new Declaration.Input(at, input.NAME().getText(), type(input.type()));
            case NetParser.WeightsContext weights -> new Declaration.Weights(at, text(weights.TEXT()));
            case NetParser.SeedContext seed -> new Declaration.Seed(at, expressions.whole(seed.WHOLE().getSymbol()));
            case NetParser.StepContext step -> new Declaration.Step(statement(step.statement()));
            default -> throw new IllegalStateException("a declaration without a case: " + context.getClass());
        };
    }

    private Declaration.Block block(NetParser.BlockContext block, List<Statement> body) {
        var head = block.blockHead();
        List<String> operands =
                head.CALL() == null ? List.of() : head.NAME().stream().map(TerminalNode::getText).toList();
        String name = head.CALL() == null ? head.NAME(0).getText() : name(head.CALL());
        return new Declaration.Block(at(block), name, operands, block.formal().stream().map(this::formal).toList(),
                body);
    }

    private Declaration.Formal formal(FormalContext formal) {
        return new Declaration.Formal(at(formal), formal.NAME().getText(),
                Optional.ofNullable(formal.simple()).map(expressions::simple));
    }

    private Type type(TypeContext type) {
        return new Type(at(type), type.NAME().getText(), type.dimension().stream()
                .map(dimension -> Optional.ofNullable(dimension.expression()).map(expressions::expression)).toList());
    }

    private List<Statement> body(BodyContext body) {
        return body.statement().stream().map(this::statement).toList();
    }

    private Statement statement(StatementContext context) {
        Position at = at(context);
        return switch (context) {
            case NetParser.LetContext let ->
                    new Statement.Let(at, let.NAME().getText(), expressions.expression(let.expression()));
            case NetParser.InitContext init -> new Statement.Initial(at, expressions.simple(init.simple()));
            case NetParser.ParameterContext parameter -> {
                List<Element.Option> options = new ArrayList<>();
                for (int i = 0; i < parameter.optionName().size(); i++) {
                    options.add(option(parameter.optionName(i), parameter.simple(i)));
                }
                yield new Statement.Parameter(at, parameter.NAME().getText(), type(parameter.type()), options);
            }
            case NetParser.OutputContext output -> new Statement.Output(at, output.NAME().getText(),
                    Optional.ofNullable(output.chain()).map(this::chain));
            case NetParser.BranchContext branch -> new Statement.Branch(at,
                    branch.NAME().stream().map(TerminalNode::getText).toList(), chain(branch.chain()));
            case NetParser.RepeatContext repeat -> new Statement.Repeat(at,
                    Optional.ofNullable(repeat.NAME()).map(TerminalNode::getText), counts(repeat.counter()),
                    body(repeat.body()));
            case NetParser.ChoiceContext choice -> choice(at, choice);
            case NetParser.GroupContext group -> new Statement.Group(at, group.LABEL().getText(),
                    group.SEQUENCE() != null, body(group.body()));
            case NetParser.ApplyContext apply -> new Statement.Apply(at, chain(apply.chain()),
                    Optional.ofNullable(apply.NAME()).map(TerminalNode::getText));
            default -> throw new IllegalStateException("a statement without a case: " + context.getClass());
        };
    }

    private Statement choice(Position at, NetParser.ChoiceContext choice) {
        List<Statement.Case> cases = new ArrayList<>();
        for (int i = 0; i < choice.expression().size(); i++) {
            cases.add(new Statement.Case(expressions.expression(choice.expression(i)), body(choice.body(i))));
        }
        return new Statement.Choice(at, cases, choice.body().size() > cases.size()
                ? Optional.of(body(choice.body().getLast()))
                : Optional.empty());
    }

    private Statement.Counts counts(NetParser.CounterContext counter) {
        Expression first = expressions.expression(counter.expression(0));
        return counter.RANGE() == null
                ? new Statement.Counts.Through(first)
                : new Statement.Counts.Range(first, expressions.expression(counter.expression(1)));
    }

    private Chain chain(ChainContext chain) {
        return new Chain(chain.element().stream().map(this::element).toList());
    }

    private Element element(ElementContext context) {
        Position at = at(context);
        return switch (context) {
            case NetParser.WordContext word -> new Element.Word(at, word.getText());
            case NetParser.CallContext call -> new Element.Call(at, name(call.CALL()), operands(call.operand()));
            case NetParser.OptionContext option -> option(option.optionName(), option.simple());
            case NetParser.MergeContext merge -> new Element.Merge(at,
                    merge.PLUS() != null ? Element.Merging.ADD : Element.Merging.MULTIPLY, merged(merge.merged()));
            case NetParser.LabelContext label -> new Element.Label(at, label.LABEL().getText());
            case NetParser.ValueContext value -> new Element.Argument(at, argument(value.argument()));
            default -> throw new IllegalStateException("an element without a case: " + context.getClass());
        };
    }

    private Expression argument(ArgumentContext argument) {
        return expressions.argument(argument);
    }

    private Element.Option option(OptionNameContext name, SimpleContext value) {
        return new Element.Option(at(name), name.getStart().getText(), expressions.simple(value));
    }

    /// An operand that is left out is empty; so are parentheses with nothing in them.
    private List<Optional<Chain>> operands(List<OperandContext> operands) {
        if (operands.size() == 1 && operands.getFirst().chain() == null) {
            return List.of();
        }
        return operands.stream().map(operand -> Optional.ofNullable(operand.chain()).map(this::chain)).toList();
    }

    private Chain merged(MergedContext context) {
        Position at = at(context);
        return switch (context) {
            case NetParser.MergedNameContext name -> new Chain(List.of(new Element.Word(at, name.getText())));
            case NetParser.MergedCallContext call ->
                    new Chain(List.of(new Element.Call(at, name(call.CALL()), operands(call.operand()))));
            case NetParser.MergedChainContext chain -> chain(chain.chain());
            case NetParser.MergedNumberContext number ->
                    new Chain(List.of(new Element.Argument(at, expressions.number(number.number()))));
            default -> throw new IllegalStateException("an operand without a case: " + context.getClass());
        };
    }
}

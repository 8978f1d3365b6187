package org.sardonyx.ir.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.IndexConstant;
import org.sardonyx.ir.loop.LoopExpression.IndexFunction;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.loop.LoopStatement;
import org.sardonyx.ir.loop.WorkGroup;

/// Prints kernels as text that [LoopParser] reads, see the package.
public final class LoopPrinter {
    private static final int LINE = 120;
    private static final String INDENT = "    ";
    /// How tightly operators bind.
    private static final int SUM = 1;
    private static final int PRODUCT = 2;

    private final StringBuilder out = new StringBuilder();

    private LoopPrinter() {}

    /// The text, which ends with a line break.
    public static String print(LoopKernel kernel) {
        LoopPrinter printer = new LoopPrinter();
        printer.header(kernel);
        printer.block(kernel.body(), 0);
        printer.out.append('\n');
        return printer.out.toString();
    }

    /// An expression as it stands in a kernel.
    static String print(LoopExpression expression) {
        LoopPrinter printer = new LoopPrinter();
        printer.expression(expression, SUM);
        return printer.out.toString();
    }

    private void header(LoopKernel kernel) {
        out.append("kernel ").append(kernel.name()).append('(').append(kernel.buffers().stream()
                .map(buffer -> kernel.halves().contains(buffer) ? buffer + " half" : buffer)
                .collect(Collectors.joining(", "))).append(';');
        int column = out.length();
        for (int i = 0; i < kernel.parameters().size(); i++) {
            String word = kernel.parameters().get(i) + (i < kernel.parameters().size() - 1 ? "," : "");
            if (column + word.length() + 1 > LINE) {
                out.append('\n').append(INDENT).append(INDENT).append(word);
                column = 2 * INDENT.length() + word.length();
            } else {
                out.append(' ').append(word);
                column += word.length() + 1;
            }
        }
        out.append(") for ").append(kernel.variable()).append(' ');
        kernel.group().ifPresent(this::group);
    }

    private void group(WorkGroup group) {
        out.append("with ").append(group.items()).append(' ').append(group.item()).append(' ');
        String separator = "sharing ";
        for (WorkGroup.Shared shared : group.shared()) {
            out.append(separator).append(shared.name()).append('[').append(shared.elements()).append(']')
                    .append(LoopParser.suffix(shared.format()));
            separator = ", ";
        }
        out.append(group.shared().isEmpty() ? "" : " ");
    }

    private void block(LoopStatement.Block block, int depth) {
        out.append("{\n");
        for (LoopStatement statement : block.statements()) {
            out.repeat(INDENT, depth + 1);
            statement(statement, depth + 1);
            out.append('\n');
        }
        out.repeat(INDENT, depth).append('}');
    }

    private void statement(LoopStatement statement, int depth) {
        switch (statement) {
            case LoopStatement.Block block -> block(block, depth);
            case LoopStatement.Define(String name, var value) -> {
                out.append(value.type()).append(' ').append(name).append(" = ");
                expression(value, SUM);
            }
            case LoopStatement.Assign(String name, var value) -> {
                out.append(name).append(" = ");
                expression(value, SUM);
            }
            case LoopStatement.Loop(String variable, var from, var to, var step, var body) -> {
                out.append("for ").append(variable).append(" in ");
                expression(from, SUM);
                out.append(" .. ");
                expression(to, SUM);
                if (!step.equals(new IndexConstant(1))) {
                    out.append(" by ");
                    expression(step, SUM);
                }
                out.append(' ');
                block(body, depth);
            }
            case LoopStatement.Store(String buffer, var index, var value, var count) -> {
                elements(buffer, index, value.type().lanes(), count);
                out.append(" = ");
                expression(value, SUM);
            }
            case LoopStatement.Prefetch(String buffer, var index) -> {
                out.append("prefetch ");
                elements(buffer, index, 1, Optional.empty());
            }
            case LoopStatement.Barrier _ -> out.append("barrier");
            case LoopStatement.MultiplyMatrices(var form, var left, var right, var sums) -> {
                out.append("multiply_").append(form);
                operands(left);
                operands(right);
                out.append(" to");
                operands(sums);
            }
            case LoopStatement.When(var condition, var body) -> {
                out.append("if ");
                expression(condition, SUM);
                out.append(' ');
                block(body, depth);
            }
        }
    }

    private void elements(String buffer, LoopExpression index, int lanes, Optional<LoopExpression> count) {
        out.append(buffer).append('[');
        expression(index, SUM);
        if (lanes > 1 || count.isPresent()) {
            out.append(" : ").append(lanes);
        }
        count.ifPresent(number -> {
            out.append(" first ");
            expression(number, SUM);
        });
        out.append(']');
    }

    /// @param least how tightly the expression must bind so that it needs no parentheses
    private void expression(LoopExpression expression, int least) {
        switch (expression) {
            case IndexConstant(long value) -> out.append(value);
            case LoopExpression.Parameter(String name) -> out.append(name);
            case LoopExpression.Variable(String name, _) -> out.append(name);
            case LoopExpression.FloatConstant(float value, int lanes) ->
                    out.append(lanes == 1 ? Float.toString(value) : "float" + lanes + "(" + value + ")");
            case LoopExpression.Load(String buffer, var index, int lanes, var count) ->
                    elements(buffer, index, lanes, count);
            case LoopExpression.Splat(var scalar, int lanes) -> call("splat" + lanes, List.of(scalar));
            case LoopExpression.Unary(var function, var operand) -> call(word(function), List.of(operand));
            case LoopExpression.MultiplyAdd(var left, var right, var addend) ->
                    call("fma", List.of(left, right, addend));
            case LoopExpression.Across(var function, var vector) -> call(word(function) + "_across", List.of(vector));
            case LoopExpression.Lane(var vector, int lane) -> call("lane" + lane, List.of(vector));
            case LoopExpression.Registers registers -> {
                out.append("registers_").append(registers.form()).append('(');
                elements(registers.buffer(), registers.index(), registers.elements(), Optional.empty());
                out.append(')');
            }
            case LoopExpression.WholeNumber(var scalar) -> call("whole", List.of(scalar));
            case LoopExpression.IndexOperation(var function, var left, var right) ->
                    operation(symbol(function), word(function), left, right, least);
            case LoopExpression.Binary(var function, var left, var right) ->
                    operation(symbol(function), word(function), left, right, least);
            case LoopExpression.Choose(var relation, var left, var right, var then, var otherwise) -> {
                out.append('(');
                infix(switch (relation) {
                    case LESS -> "<";
                    case LESS_OR_EQUAL -> "<=";
                    case EQUAL -> "==";
                }, left, right, SUM, SUM);
                out.append(" ? ");
                expression(then, SUM);
                out.append(" : ");
                expression(otherwise, SUM);
                out.append(')');
            }
            case LoopExpression.Less(var left, var right) -> infix("<", left, right, SUM, SUM);
        }
    }

    private static String word(Enum<?> function) {
        return function.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> symbol(IndexFunction function) {
        return switch (function) {
            case ADD -> Optional.of("+");
            case SUBTRACT -> Optional.of("-");
            case MULTIPLY -> Optional.of("*");
            case DIVIDE -> Optional.of("/");
            case REMAINDER -> Optional.of("%");
            case MINIMUM, MAXIMUM -> Optional.empty();
        };
    }

    private static Optional<String> symbol(BinaryMath function) {
        return switch (function) {
            case ADD -> Optional.of("+");
            case SUBTRACT -> Optional.of("-");
            case MULTIPLY -> Optional.of("*");
            case DIVIDE -> Optional.of("/");
            case MINIMUM, MAXIMUM -> Optional.empty();
        };
    }

    private void operation(Optional<String> symbol, String word, LoopExpression left, LoopExpression right,
            int least) {
        if (symbol.isEmpty()) {
            call(word, List.of(left, right));
            return;
        }
        int binds = symbol.get().equals("+") || symbol.get().equals("-") ? SUM : PRODUCT;
        if (binds < least) {
            out.append('(');
        }
        infix(symbol.get(), left, right, binds, binds + 1);
        if (binds < least) {
            out.append(')');
        }
    }

    private void infix(String symbol, LoopExpression left, LoopExpression right, int leastLeft, int leastRight) {
        expression(left, leastLeft);
        out.append(' ').append(symbol).append(' ');
        expression(right, leastRight);
    }

    private void call(String function, List<LoopExpression> operands) {
        out.append(function);
        operands(operands);
    }

    private void operands(List<? extends LoopExpression> operands) {
        out.append('(');
        for (int i = 0; i < operands.size(); i++) {
            out.append(i > 0 ? ", " : "");
            expression(operands.get(i), SUM);
        }
        out.append(')');
    }
}

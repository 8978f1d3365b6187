package org.sardonyx.ir.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.loop.LoopStatement;
import org.sardonyx.ir.loop.LoopType;
import org.sardonyx.ir.loop.MatrixForm;
import org.sardonyx.ir.loop.NumberFormat;
import org.sardonyx.ir.loop.WorkGroup;

/// Reads kernels as [LoopPrinter] prints them, see the package.
public final class LoopParser {
    private static final int DEEPEST = 100;

    private final Scanner scanner;
    private final LoopExpressionParser expressions;
    private Map<String, LoopType> variables = new HashMap<>();
    private int depth;

    private LoopParser(String text) {
        this.scanner = new Scanner(text);
        this.expressions = new LoopExpressionParser(scanner);
    }

    /// @throws ModelException with line and column if the text is not a kernel
    public static LoopKernel parse(String text) {
        LoopParser parser = new LoopParser(text);
        LoopKernel kernel = parser.kernel();
        if (!parser.scanner.atEnd()) {
            throw parser.scanner.error("expected the end of the text");
        }
        return kernel;
    }

    private LoopKernel kernel() {
        word("kernel");
        String name = name();
        scanner.expect("(");
        Set<String> halves = new HashSet<>();
        List<String> buffers = names(";", halves);
        List<String> parameters = names(")", new HashSet<>());
        word("for");
        String variable = name();
        buffers.forEach(expressions::declareBuffer);
        parameters.forEach(expressions::declareParameter);
        variables.put(variable, LoopType.INDEX);
        Optional<WorkGroup> group = scanner.accept("with") ? Optional.of(group()) : Optional.empty();
        return new LoopKernel(name, buffers, parameters, variable, block(), group, halves);
    }

    private WorkGroup group() {
        int items = size("items");
        String item = name();
        variables.put(item, LoopType.INDEX);
        List<WorkGroup.Shared> shared = new ArrayList<>();
        for (boolean more = scanner.accept("sharing"); more; more = scanner.accept(",")) {
            String buffer = name();
            expressions.declareBuffer(buffer);
            scanner.expect("[");
            int elements = size("elements");
            scanner.expect("]");
            shared.add(new WorkGroup.Shared(buffer, elements, format()));
        }
        return new WorkGroup(item, items, shared);
    }

    private NumberFormat format() {
        return Arrays.stream(NumberFormat.values()).filter(format -> format != NumberFormat.FLOAT32)
                .filter(format -> scanner.accept(suffix(format).strip())).findFirst().orElse(NumberFormat.FLOAT32);
    }

    /// What stands behind the name of a buffer with numbers of a format.
    static String suffix(NumberFormat format) {
        return switch (format) {
            case FLOAT32 -> "";
            case FLOAT16 -> " half";
            case TF32 -> " tf32";
        };
    }

    private int size(String what) {
        String number = scanner.numeral();
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw scanner.error("'" + number + "' is not a number of " + what);
        }
        return Integer.parseInt(number);
    }

    /// @param halves takes those behind which it says so
    private List<String> names(String end, Set<String> halves) {
        List<String> names = new ArrayList<>();
        while (!scanner.accept(end)) {
            if (!names.isEmpty()) {
                scanner.expect(",");
            }
            names.add(name());
            if (end.equals(";") && scanner.accept("half")) {
                halves.add(names.getLast());
            }
        }
        return names;
    }

    private void word(String expected) {
        String found = scanner.name();
        if (!found.equals(expected)) {
            throw scanner.error("expected '" + expected + "', found '" + found + "'");
        }
    }

    private String name() {
        String name = scanner.name();
        if (name.isEmpty()) {
            throw scanner.error("expected a name");
        }
        return name;
    }

    private LoopStatement.Block block() {
        scanner.expect("{");
        if (++depth > DEEPEST) {
            throw scanner.error("blocks are nested deeper than " + DEEPEST);
        }
        Map<String, LoopType> outer = variables;
        variables = new HashMap<>(outer);
        List<LoopStatement> statements = new ArrayList<>();
        while (!scanner.accept("}")) {
            statements.add(statement());
        }
        variables = outer;
        depth--;
        return new LoopStatement.Block(statements);
    }

    private LoopExpression expression() {
        return expressions.expression(variables);
    }

    private LoopStatement statement() {
        String first = scanner.name();
        return switch (first) {
            case "" -> block();
            case "for" -> loop();
            case "if" -> new LoopStatement.When(expressions.condition(variables), block());
            case "prefetch" -> prefetch();
            case "barrier" -> new LoopStatement.Barrier();
            case "multiply_tf32" -> multiplyMatrices(MatrixForm.TF32);
            case "multiply_float16" -> multiplyMatrices(MatrixForm.FLOAT16);
            default -> expressions.type(first).map(this::define).orElseGet(() -> assignment(first));
        };
    }

    private LoopStatement loop() {
        String variable = name();
        word("in");
        LoopExpression from = expression();
        scanner.expect("..");
        LoopExpression to = expression();
        LoopExpression step = scanner.accept("by") ? expression() : new LoopExpression.IndexConstant(1);
        Map<String, LoopType> outer = variables;
        variables = new HashMap<>(outer);
        variables.put(variable, LoopType.INDEX);
        LoopStatement.Block body = block();
        variables = outer;
        return new LoopStatement.Loop(variable, from, to, step, body);
    }

    private LoopStatement prefetch() {
        String buffer = name();
        scanner.expect("[");
        return new LoopStatement.Prefetch(buffer, expressions.elements(buffer, variables).index());
    }

    private LoopStatement multiplyMatrices(MatrixForm form) {
        List<LoopExpression> left = operands();
        List<LoopExpression> right = operands();
        word("to");
        List<LoopExpression.Lane> sums = new ArrayList<>();
        for (LoopExpression sum : operands()) {
            if (!(sum instanceof LoopExpression.Lane lane)) {
                throw scanner.error("a sum is a lane of a variable");
            }
            sums.add(lane);
        }
        return expressions.checked(() -> new LoopStatement.MultiplyMatrices(form, left, right, sums));
    }

    private List<LoopExpression> operands() {
        List<LoopExpression> operands = new ArrayList<>();
        scanner.expect("(");
        do {
            operands.add(expression());
        } while (scanner.accept(","));
        scanner.expect(")");
        return operands;
    }

    private LoopStatement define(LoopType type) {
        String name = name();
        scanner.expect("=");
        LoopExpression value = expression();
        require(type, value);
        variables.put(name, type);
        return new LoopStatement.Define(name, value);
    }

    private LoopStatement assignment(String name) {
        if (scanner.accept("[")) {
            LoopExpressionParser.Elements elements = expressions.elements(name, variables);
            scanner.expect("=");
            LoopExpression value = expression();
            require(value.type().kind() == LoopType.Kind.REGISTER
                    ? LoopType.registers(elements.lanes())
                    : LoopType.floats(elements.lanes()), value);
            return new LoopStatement.Store(name, elements.index(), value, elements.count());
        }
        LoopType type = variables.get(name);
        if (type == null) {
            throw scanner.error("there is no variable '" + name + "'");
        }
        scanner.expect("=");
        LoopExpression value = expression();
        require(type, value);
        return new LoopStatement.Assign(name, value);
    }

    private void require(LoopType type, LoopExpression value) {
        if (!value.type().equals(type)) {
            throw scanner.error("expected a value of type " + type + ", found one of type " + value.type());
        }
    }
}

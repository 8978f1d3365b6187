package org.sardonyx.ir.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Operator;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// Reads graphs as [GraphPrinter] prints them.
public final class GraphParser {
    private static final int MAXIMUM_DEPTH = 50;
    private static final Map<String, Class<? extends Record>> OPERATORS = Components.operators();

    private final Scanner scanner;
    private final AttributeParser attributes;
    private int depth;

    private GraphParser(Scanner scanner, List<Tensor> tensors) {
        this.scanner = scanner;
        this.attributes = new AttributeParser(scanner, tensors, this::graph);
    }

    /// @param tensors those that the text refers to by number
    /// @throws ModelException with line and column if the text is not a graph, or a node is not what its operator allows
    public static Graph parse(String text, List<Tensor> tensors) {
        Scanner scanner = new Scanner(text);
        Graph graph = parse(scanner, tensors);
        if (!scanner.atEnd()) {
            throw scanner.error("expected the end of the text");
        }
        return graph;
    }

    /// Reads a graph that stands in a longer text.
    ///
    /// @param tensors those that the text refers to by number
    /// @throws ModelException as [#parse(String, List)]
    public static Graph parse(Scanner scanner, List<Tensor> tensors) {
        return new GraphParser(scanner, tensors).graph();
    }

    /// Reads a type such as `float32[N, 2]` that stands in a longer text.
    ///
    /// @throws ModelException with line and column if there is none
    public static ValueType type(Scanner scanner) {
        return new AttributeParser(scanner, List.of(), () -> {
            throw scanner.error("a graph in a type");
        }).type();
    }

    private Graph graph() {
        if (++depth > MAXIMUM_DEPTH) {
            throw scanner.error("graphs are nested deeper than " + MAXIMUM_DEPTH);
        }
        scanner.expect("graph");
        GraphBuilder builder = new GraphBuilder(scanner.quoted());
        Map<String, Operand> values = new HashMap<>();
        scanner.expect("(");
        while (!scanner.accept(")")) {
            if (!values.isEmpty()) {
                scanner.expect(",");
            }
            String name = scanner.word();
            scanner.expect(":");
            ValueType type = attributes.type();
            List<Dimension> elements = scanner.accept("of") ? attributes.dimensions() : List.of();
            scanner.expect("=");
            define(values, name, builder.input(scanner.quoted(), type, elements));
        }
        scanner.expect("{");
        while (!scanner.accept("return")) {
            node(builder, values);
        }
        boolean first = true;
        while (!scanner.accept("}")) {
            if (!first) {
                scanner.expect(",");
            }
            first = false;
            String name = scanner.quoted();
            scanner.expect("=");
            builder.output(name, use(values, scanner.word()));
        }
        depth--;
        return builder.build();
    }

    private void define(Map<String, Operand> values, String name, Operand operand) {
        if (!name.startsWith("%") || values.putIfAbsent(name, operand) != null) {
            throw scanner.error("'" + name + "' is not a new name that starts with %");
        }
    }

    private Operand use(Map<String, Operand> values, String name) {
        Operand operand = values.get(name);
        if (operand == null) {
            throw scanner.error("'" + name + "' has not been computed");
        }
        return operand;
    }

    private void node(GraphBuilder builder, Map<String, Operand> values) {
        List<String> names = new ArrayList<>();
        List<ValueType> types = new ArrayList<>();
        while (!scanner.accept("=")) {
            if (!names.isEmpty()) {
                scanner.expect(",");
            }
            names.add(scanner.word());
            scanner.expect(":");
            types.add(attributes.type());
        }
        String mnemonic = scanner.word();
        Class<? extends Record> type = OPERATORS.get(mnemonic);
        if (type == null) {
            throw scanner.error("unknown operator '" + mnemonic + "'");
        }
        List<Operand> operands = new ArrayList<>();
        scanner.expect("(");
        while (!scanner.accept(")")) {
            if (!operands.isEmpty()) {
                scanner.expect(",");
            }
            operands.add(use(values, scanner.word()));
        }
        List<Operand> results = apply(builder, type, operands);
        List<ValueType> inferred = results.stream().map(Operand::type).toList();
        if (!inferred.equals(types)) {
            throw scanner.error(mnemonic + " yields " + inferred + ", the text says " + types);
        }
        for (int i = 0; i < names.size(); i++) {
            define(values, names.get(i), results.get(i));
        }
    }

    private List<Operand> apply(GraphBuilder builder, Class<? extends Record> type, List<Operand> operands) {
        try {
            return builder.apply((Operator) attributes.record(type), operands);
        } catch (ModelException e) {
            throw e.getMessage().startsWith("line ") ? e : scanner.error(e.getMessage());
        }
    }
}

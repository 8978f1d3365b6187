package org.sardonyx.ir.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.graph.Origin;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.value.Tensor;

/// Prints graphs.
public final class GraphPrinter {
    /// A graph as text.
    ///
    /// @param tensors those too large to be spelled out, in the order of the numbers by which the text refers to them
    public record Text(String text, List<Tensor> tensors) {
        public Text {
            tensors = List.copyOf(tensors);
        }
    }

    private final StringBuilder text = new StringBuilder();
    private final List<Tensor> tensors = new ArrayList<>();
    private final AttributePrinter attributes = new AttributePrinter(tensors, this::nested);
    private int indentation;

    private GraphPrinter() {}

    /// The text and the tensors that [GraphParser] needs to read it back.
    public static Text print(Graph graph) {
        GraphPrinter printer = new GraphPrinter();
        printer.append(graph);
        return new Text(printer.text.append('\n').toString(), printer.tensors);
    }

    private String nested(Graph graph) {
        int start = text.length();
        indentation++;
        append(graph);
        indentation--;
        String inner = text.substring(start);
        text.setLength(start);
        return inner;
    }

    private void append(Graph graph) {
        Map<Operand, String> names = new HashMap<>();
        StringJoiner inputs = new StringJoiner(", ", "(", ")");
        for (Operand input : graph.inputs()) {
            names.put(input, "%x" + names.size());
            Input operator = Graph.inputOf(input);
            String elements = operator.elements().isEmpty() ? "" : " of " + operator.elements();
            inputs.add(names.get(input) + ": " + input.type() + elements + " = " + Quoted.of(operator.name()));
        }
        text.append("graph ").append(Quoted.of(graph.name())).append(inputs).append(" {\n");
        int number = 0;
        for (Node node : graph.nodes()) {
            if (!(node.operator() instanceof Input)) {
                number = append(node, names, number);
            }
        }
        StringJoiner outputs = new StringJoiner(", ", indent(1) + "return ", "\n");
        outputs.setEmptyValue(indent(1) + "return\n");
        graph.outputs().forEach((name, operand) -> outputs.add(Quoted.of(name) + " = " + names.get(operand)));
        text.append(outputs).append(indent(0)).append('}');
    }

    private int append(Node node, Map<Operand, String> names, int number) {
        StringJoiner outputs = new StringJoiner(", ");
        int next = number;
        for (int i = 0; i < node.types().size(); i++) {
            names.put(node.output(i), "%" + next++);
            outputs.add(names.get(node.output(i)) + ": " + node.types().get(i));
        }
        StringJoiner operands = new StringJoiner(", ", "(", ")");
        node.operands().forEach(operand -> operands.add(names.get(operand)));
        String written = attributes.print((Record) node.operator());
        text.append(indent(1)).append(outputs).append(" = ").append(node.operator().mnemonic()).append(operands)
                .append(written.isEmpty() ? "" : " " + written);
        if (node.origin() != Origin.NONE) {
            text.append(" // ").append(node.origin().toString().replaceAll("\\p{Cntrl}", " "));
        }
        text.append('\n');
        return next;
    }

    private String indent(int more) {
        return "  ".repeat(indentation + more);
    }
}

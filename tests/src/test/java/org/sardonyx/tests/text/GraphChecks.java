package org.sardonyx.tests.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Pattern;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphVerifier;
import org.sardonyx.ir.text.GraphParser;
import org.sardonyx.ir.text.GraphPrinter;

/// What holds for every graph that an importer or a pass makes.
public final class GraphChecks {
    /// Every comment names the node, which no quoted text that stands before it can be taken for.
    private static final Pattern COMMENT = Pattern.compile(" // .* \\([\\w.]+-\\d+\\)$", Pattern.MULTILINE);

    private GraphChecks() {}

    /// Checks that a graph is valid, and that its text reads back as a valid graph with the same text.
    public static void check(Graph graph, String madeBy) {
        GraphVerifier.verify(graph, madeBy);
        GraphPrinter.Text printed = GraphPrinter.print(graph);
        Graph parsed = GraphParser.parse(printed.text(), printed.tensors());
        GraphVerifier.verify(parsed, "the parser");
        assertEquals(COMMENT.matcher(printed.text()).replaceAll(""), GraphPrinter.print(parsed).text());
    }
}

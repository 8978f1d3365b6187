package org.sardonyx.passes.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphVerifier;
import org.sardonyx.ir.text.GraphParser;
import org.sardonyx.ir.text.GraphPrinter;
import org.sardonyx.passes.Values;
import org.sardonyx.passes.rewrite.Journal;
import org.sardonyx.passes.rewrite.RewritePass;
import org.sardonyx.passes.rewrite.Rule;

/// Checks a rule on a graph given as text: inputs, nodes and the operand that is returned.
///
/// ```java
/// RuleCheck.of(new RemoveCast(), "%x: float32[2]", """
///         %0: float32[2] = cast(%x) {to = float32, saturate = true, roundMode = UP}
///         return %0
///         """).becomes("return %x");
/// ```
final class RuleCheck {
    private final Journal journal = new Journal();
    private final String inputs;
    private final Graph before;
    private final Graph after;

    private RuleCheck(Rule rule, String inputs, String body) {
        this.inputs = inputs;
        this.before = parse(inputs, body);
        this.after = new RewritePass("test", List.of(rule)).run(before, journal);
        GraphVerifier.verify(after, rule.name());
    }

    static RuleCheck of(Rule rule, String inputs, String body) {
        return new RuleCheck(rule, inputs, body);
    }

    /// Inputs are named after their operands, `a, b` are returned as the outputs `0` and `1`.
    static Graph parse(String inputs, String body) {
        StringBuilder text = new StringBuilder("graph \"test\"(");
        String separator = "";
        for (String input : inputs.split("; ")) {
            text.append(separator).append(input).append(" = \"").append(input, 1, input.indexOf(':')).append('"');
            separator = ", ";
        }
        int end = body.lastIndexOf("return ");
        text.append(") {\n").append(body, 0, end).append("return ");
        String[] outputs = body.substring(end + "return ".length()).trim().split(", ");
        for (int i = 0; i < outputs.length; i++) {
            text.append(i == 0 ? "" : ", ").append('"').append(i).append("\" = ").append(outputs[i]);
        }
        return GraphParser.parse(text.append("\n}").toString(), List.of());
    }

    /// Checks text and, bit by bit, values.
    void becomes(String body) {
        requireText(body);
        Values.assertSame(before, after);
    }

    /// Checks text, and values up to the rounding of weights.
    void becomesNearly(String body) {
        requireText(body);
        Values.assertClose(before, after);
    }

    private void requireText(String body) {
        assertEquals(GraphPrinter.print(parse(inputs, body)).text(), GraphPrinter.print(after).text());
        assertTrue(!journal.counts().isEmpty() && journal.settled(), "did not fire");
    }

    /// Checks that nothing happened.
    void stays() {
        assertEquals(GraphPrinter.print(before).text(), GraphPrinter.print(after).text());
        assertTrue(journal.counts().isEmpty(), () -> "fired: " + journal.done());
    }

    /// Checks that nothing happened, and the reason told.
    void staysBecause(String reason) {
        stays();
        assertEquals(List.of(reason), journal.refused().stream().map(Journal.Entry::what).toList());
    }
}

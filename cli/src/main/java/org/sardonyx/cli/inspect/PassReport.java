package org.sardonyx.cli.inspect;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

import org.sardonyx.codegen.Compiler;
import org.sardonyx.cli.terminal.Printable;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.text.GraphPrinter;
import org.sardonyx.passes.Pipeline;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.passes.rewrite.Journal;

/// What the passes make of a graph.
///
/// @param graphs whether to print the graph before the first pass and after each
/// @param explain whether to print which rule fired where, and why others did not
record PassReport(PrintWriter out, boolean graphs, boolean explain) {

    void print(Graph graph) {
        if (graphs) {
            print("before", graph);
        }
        Compiler.pipeline(Numerics.FAST).run(graph, this::print);
    }

    private void print(String when, Graph graph) {
        out.println("# " + when);
        out.println(Printable.of(GraphPrinter.print(graph).text()));
    }

    private void print(Pipeline.Step step) {
        String name = step.pass().name();
        if (explain) {
            out.println(
                    "# " + name + ": " + nodes(step.before()) + " -> " + nodes(step.after()) + " nodes" + counts(step)
                            + (step.journal().settled() ? "" : ", given up after many sweeps"));
            print("", step.journal().done());
            print("not ", step.journal().refused());
            out.println();
        }
        if (graphs) {
            print("after " + name, step.after());
        }
    }

    private static String counts(Pipeline.Step step) {
        return step.journal().counts().entrySet().stream().map(count -> ", " + count.getKey() + " " + count.getValue())
                .collect(Collectors.joining());
    }

    private void print(String prefix, List<Journal.Entry> entries) {
        for (Journal.Entry entry : entries) {
            out.println(prefix + Printable.of(entry.rule() + " at " + entry.where() + ": " + entry.what()));
        }
    }

    /// Inputs and constants are no work.
    private static long nodes(Graph graph) {
        return graph.nodes().stream()
                .filter(node -> !(node.operator() instanceof Input || node.operator() instanceof Constant)).count();
    }
}

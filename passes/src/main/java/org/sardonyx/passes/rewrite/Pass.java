package org.sardonyx.passes.rewrite;

import org.sardonyx.ir.graph.Graph;

/// Makes a graph that computes the same values from a graph with the same inputs and outputs.
public interface Pass {

    /// A verb, for reports and messages.
    String name();

    /// @param journal is told what happens
    Graph run(Graph graph, Journal journal);
}

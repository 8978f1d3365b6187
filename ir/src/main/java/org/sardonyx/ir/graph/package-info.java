/// The graph: immutable nodes that apply core operators to operands, made by a
/// [org.sardonyx.ir.graph.GraphBuilder] that infers types, shares equal nodes and computes shapes.
package org.sardonyx.ir.graph;

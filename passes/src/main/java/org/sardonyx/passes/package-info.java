/// Rewrites a graph into an equal and cheaper one.
///
/// A pass takes a graph and returns a graph that computes the same values: constants folded, algebra simplified,
/// producers and consumers fused into groups, layouts chosen. It never changes a graph in place, and it adds no operator
/// whose meaning cannot be told in core operators, so every rewrite is checked by value against the interpreter of
/// `org.sardonyx.ir`. The module imports `ir` alone: what a device can do reaches a pass as data, not as a class.
package org.sardonyx.passes;

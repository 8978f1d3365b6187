/// Rewrites a graph into an equal and cheaper one.
///
/// A pass takes a graph and returns a graph that computes the same values: constants folded, algebra simplified,
/// producers and consumers fused into groups. It never changes a graph in place, and it adds no operator whose meaning
/// cannot be told in core operators, so every rewrite is checked by value against the interpreter of `org.sardonyx.ir`. The
/// module imports `ir` alone: what a device can do reaches a pass as data, not as a class.
///
/// [org.sardonyx.passes.Pipeline] is the list of passes and of their rules, in order:
///
/// 1. *simplify*: what does nothing goes, what follows itself is merged, what can be said in several ways is said in one;
/// 2. *sink*: transposes and reshapes move towards the outputs, where they meet and cancel;
/// 3. *fold*: scales, shifts, biases and padding go into the weights and windows of convolutions and matrix products;
/// 4. *raise*: convolutions and pooling of rows and volumes become those of images, for which there are kernels;
/// 5. *fuse*: what can be one kernel becomes one [org.sardonyx.ir.operator.Fusion].
///
/// `sardonyx inspect MODEL --passes` prints the graph before and after each, `--explain` which rule fired where and why
/// others did not. A new rule is a class in `rules`, a line in the pipeline, and a test of text before and after:
///
/// ```java
/// /// `cast(x) -> x` where x is of that type already.
/// public record RemoveCast() implements Rule {
///     @Override
///     public Optional<Operand> rewrite(Node node, Site site) {
///         boolean same = node.operator() instanceof Cast(var to, var _, var _)
///                 && node.operands().getFirst().dataType() == to;
///         return same ? Optional.of(node.operands().getFirst()) : Optional.empty();
///     }
/// }
/// ```
package org.sardonyx.passes;

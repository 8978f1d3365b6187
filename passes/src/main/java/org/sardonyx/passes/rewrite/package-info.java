/// The driver of passes: it owns traversal, fixpoint, budgets, counters and checks, so that a
/// [org.sardonyx.passes.rewrite.Rule] is guards and one construction.
///
/// A [org.sardonyx.passes.rewrite.RewritePass] builds the graph anew, operands first. A rule sees a node whose operands have
/// been rewritten and answers with what is to take its place; rules are asked again about that, in their order, until none
/// fires. Sweeps over the graph follow each other until one changes nothing. A rule that moves something towards the
/// outputs is done in one sweep, one that moves something towards the inputs takes a sweep for each step.
package org.sardonyx.passes.rewrite;

/// The rules, one class each, told as `before -> after` in formulas over core operators. `constant` and short names such as
/// `c` and `w` stand for constants. Every rule is exact, to the sign of zeros, NaN and infinities, but for the rounding of
/// weights and biases that are combined beforehand; its guards say where it would not be.
///
/// - constants: [org.sardonyx.passes.rules.EvaluateConstants]
/// - what does nothing: the rules called `Remove...`
/// - two that follow each other: `Merge...`
/// - one form for the same thing: `Replace...`, `Settle...`
/// - rearrangements move towards the outputs, where they meet and cancel: `Sink...`
/// - arithmetic and padding go into convolutions and matrix products: `Fold...`
/// - rows and volumes become images: `Raise...`, [org.sardonyx.passes.rules.DepthAsChannels],
///   [org.sardonyx.passes.rules.SplitReduceWindow]; sums are rounded in another order
package org.sardonyx.passes.rules;

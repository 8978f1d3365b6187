/// The graph as text that people read and that parses back: [org.sardonyx.ir.text.GraphPrinter] and
/// [org.sardonyx.ir.text.GraphParser].
///
/// ```
/// graph "classifier"(%x: float32[N, 2] = "features") {
///   %0: float32[2, 1] = constant() {tensor = float32[2, 1] {0.5, -1.0}}
///   %1: float32[N, 1] = matMul(%x, %0) // node 'fc' (MatMul-13)
///   return "score" = %1
/// }
/// ```
///
/// A node is its output types, the operator's mnemonic, its operands, and its attributes: the components of the operator's
/// record. Tensors of more than 16 elements are not spelled out; `@3` stands for the third of the tensors that go with
/// the text. Comments run from `//` to the end of the line.
///
/// Kernels have a text, too: [org.sardonyx.ir.text.LoopPrinter] and [org.sardonyx.ir.text.LoopParser].
///
/// ```
/// kernel scale(x, y; width) for row {
///     for i_0 in 0 .. width by 8 {
///         index at_1 = row * width + i_0
///         y[at_1 : 8] = x[at_1 : 8] * float8(0.5)
///     }
/// }
/// ```
///
/// After its name a kernel has buffers (of float32, with the word `half` behind the name of float16), then parameters. `x[i : 8]` are eight elements from `i` on, and `x[i : 8 first n]` of
/// them the first `n`; `float8` is a vector of eight float32, `float8(0.5)` a number and `splat8(s)` a scalar in all lanes.
/// Functions have the names of their constants in [org.sardonyx.ir.loop.LoopExpression], but for `+ - * / %`; `fma` rounds
/// once, `add_across(v)` is the sum of the lanes of a vector, `lane3(v)` one of them, `(a < b ? c : d)` chooses in each lane.
/// `for place with 64 item sharing s[512]` begins a kernel for groups of 64 items, which share a buffer and meet at each
/// `barrier`. Behind a shared buffer `half` or `tf32` says how its numbers are stored. `registers_tf32(s[i : 4])` are elements as
/// matrices are multiplied by `multiply_tf32(..)(..) to(..)`: registers of the left matrix, of the right one, and the sums; `s[i : 4] = r`
/// stores registers, too.
package org.sardonyx.ir.text;

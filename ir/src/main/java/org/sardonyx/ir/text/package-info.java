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
package org.sardonyx.ir.text;

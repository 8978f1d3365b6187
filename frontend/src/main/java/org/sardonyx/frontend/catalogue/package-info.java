/// The operator catalogue: what each ONNX operator means in core operators.
///
/// Operators are grouped in families, one class each, listed in `Families`. An entry is a line or a short method:
/// the versions that share a meaning, the number of inputs, and an expansion written with
/// [org.sardonyx.ir.graph.Expressions]. To add an operator, add an entry to the family it belongs to; if nothing in
/// [org.sardonyx.ir.operator] can express it, add a core operator first.
package org.sardonyx.frontend.catalogue;

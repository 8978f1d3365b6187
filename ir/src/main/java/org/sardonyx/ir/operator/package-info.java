/// The core operators: a closed set of records that every ONNX operator expands into.
///
/// One operator is one file. Read [org.sardonyx.ir.operator.Operator] for the facets, then any of the records, such as
/// [org.sardonyx.ir.operator.Gather]; a new operator is a new record in the `permits` list, and the interpreter, the
/// printer and the parser know it. Elementwise operators broadcast their operands; everything else is explicit.
package org.sardonyx.ir.operator;

/// The ONNX file format: files and the tensors' data in them and beside them.
///
/// [OnnxFile] reads a model, or a test's input, by mapping the file. [ExternalData] finds the bytes of a tensor, wherever
/// they stand. Neither looks at what the nodes mean. Everything read here comes from outside and is not trusted: sizes,
/// offsets and paths are checked before they are used, and what is wrong is told as a
/// [org.sardonyx.ir.ModelException].
///
/// [OnnxModelWriter] makes a model from nodes and tensors and writes it. It is for code that knows ONNX's operators, and
/// checks what a mistake in that code would break: the names.
///
/// The messages themselves are generated from `onnx.proto` into `org.sardonyx.frontend.onnx.proto`.
package org.sardonyx.frontend.onnx;

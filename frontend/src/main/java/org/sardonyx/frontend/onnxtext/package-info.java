/// The text syntax of ONNX (`.onnxtxt`), which ONNX's own parser and printer define, and a small superset of it in which
/// every model of the schema can be written.
///
/// ```
/// <
///    ir_version: 8,
///    opset_import: ["" : 17]
/// >
/// scaled (float[N, 4] x) => (float[N, 4] y)
///    <float factor = {0.5}>
/// {
///    y = Mul (x, factor) #@ node doc_string: "halves"
/// }
/// ```
///
/// The superset is of three parts, all of them printed only where they are needed:
///
/// - Annotations are comments, from `#@` to the end of the line, so ONNX's parser passes over them. They stand behind the
///   model's header, a graph, a function, a node, an attribute, a tensor, a value, a type or a size, name it, and give
///   fields by their names in ONNX's schema: `#@ node doc_string: "..."`, `#@ dimension denotation: "DATA_BATCH"`. They
///   carry descriptions, metadata, sparse initializers, quantization annotations, training information, device
///   configurations, and names and types that the syntax cannot spell.
/// - Where ONNX's parser wants an identifier (the name of an operator, a domain, an attribute) a name in quotes may stand.
/// - A message in braces, `{name: "w", dims: [2], data_type: 99}`, may stand for an attribute, for an initializer and for
///   the value of an attribute of type tensor, sparse_tensor or type_proto. It is printed for sparse tensors, for NaNs other
///   than the usual one, bytes that are not text, element types without a name, and data that do not fit their shape.
///
/// In annotations and in braces strings have escapes: `\n`, `\r`, `\t`, `\"`, `\\` and `\x00` for any byte. Elsewhere, as in
/// ONNX's syntax, a backslash only stands before a character that is meant as such, and a string may go over lines.
///
/// A model that is printed and read again is the same, but for what has no meaning: numbers in a tensor become `raw_data`
/// whichever field held them, an attribute without a type gets that of its value, a string that is not valid UTF-8 is
/// mended, and a field that holds its default may become absent or the other way round.
///
/// @see <a href="https://onnx.ai/onnx/repo-docs/Syntax.html">ONNX Textual Syntax</a>
package org.sardonyx.frontend.onnxtext;

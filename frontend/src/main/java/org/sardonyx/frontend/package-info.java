/// Turns files from outside into graphs.
///
/// Everything read here is untrusted: sizes, counts, offsets and paths are checked before they are used, and all
/// problems of a model are collected and told together. ONNX operators are entries of a catalogue that expand into core
/// operators at import, so that no other module knows an ONNX operator, an opset version or an untyped attribute.
///
/// Protocol Buffers classes stay inside this module.
package org.sardonyx.frontend;

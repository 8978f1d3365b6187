/// What values a graph handles: element types, dimensions, shapes, and the types of whole values.
///
/// - [org.sardonyx.ir.type.DataType] is the type of one element: every tensor type of ONNX, from `float64` down to
///   `int2`, with bit-exact conversions between an element's bits and numbers. [org.sardonyx.ir.type.ElementCast]
///   converts between two of them by the rules of ONNX's Cast.
/// - `Dimension` is the extent of one axis: a number, a symbol such as `N`, or arithmetic over them (`N*2+1`).
/// - `Shape` is a list of dimensions, with ONNX's rules of broadcasting.
/// - `ValueType` is the type of a value that flows along an edge of a graph: a tensor (element type and shape), a
///   sequence, an optional or a map.
///
/// Everything here is immutable and knows nothing of graphs, files or devices. The bits of an element are a `long`,
/// right-aligned, with the upper bits zero; how elements are packed into memory is the tensor's affair.
package org.sardonyx.ir.type;

/// The layer language: a network as a person types it in from a paper's table. `docs/language.md` explains it.
///
/// ```java
/// Network network = Network.read(Path.of("lenet5.net"));
/// OnnxFile model = network.model(network.weights());
/// ```
///
/// ```
/// text -> syntax.SourceFile -> Lowering: Blocks, Layers -> NetworkBuilder over onnx.TypedModel -> Network -> OnnxFile
/// ```
///
/// A layer is an entry of [org.sardonyx.frontend.language.Layers]: its arguments, and the ONNX operators it becomes. Each
/// node is imported as it is added, so the shape of every value is known when the next layer is applied to it; there is
/// no shape inference beside that of the core operators.
package org.sardonyx.frontend.language;

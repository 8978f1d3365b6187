/// A network of our own, from nothing: draws digits, trains LeNet-5 on them in plain Java, writes it as an ONNX file.
///
/// Drawing, initial weights and the order of the batches are seeded, so the committed model can be made again.
package org.sardonyx.examples.digits;

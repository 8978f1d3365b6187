/// Reading ONNX files: [org.sardonyx.frontend.onnx.OnnxImporter] builds a graph from a model,
/// `OnnxFile` maps files, `ExternalData` finds tensors stored beside a model.
package org.sardonyx.frontend.onnx;

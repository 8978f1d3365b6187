package org.sardonyx.cli.conform;

import java.nio.file.Path;
import java.util.List;

/// A model with sets of inputs and expected outputs.
///
/// @param name unlike any other in its suite
/// @param model the file `model.onnx`
/// @param dataSets all must pass; a case without any fails
/// @param tolerance how far outputs may be from the expected ones
public record ConformanceCase(String name, Path model, List<DataSet> dataSets, Tolerance tolerance) {
    public ConformanceCase {
        dataSets = List.copyOf(dataSets);
    }
}

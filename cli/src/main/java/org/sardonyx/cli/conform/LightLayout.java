package org.sardonyx.cli.conform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The ONNX backend suite's folder `light`: classic networks whose weights are constants spread by the model itself, a
/// file `NAME.onnx` each with its expected output in `NAME_output_0.pb`.
final class LightLayout {
    /// As in ONNX's own list of cases (`onnx/backend/test/loader`), where this network needs more room than others.
    private static final Tolerance DENSENET = new Tolerance(2e-3, Tolerance.DEFAULT.absolute());

    private static final String SUFFIX = ".onnx";

    private LightLayout() {}

    /// The case of a model file that has its expected output beside it.
    static Optional<ConformanceCase> caseOf(Path file) {
        String fileName = file.getFileName().toString();
        if (!fileName.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        String name = fileName.substring(0, fileName.length() - SUFFIX.length());
        Path output = file.resolveSibling(name + "_output_0.pb");
        Tolerance tolerance = name.equals("light_densenet121") ? DENSENET : Tolerance.DEFAULT;
        return Files.exists(output)
                ? Optional.of(new ConformanceCase(name, file, List.of(new DataSet.Ramp(output)), tolerance))
                : Optional.empty();
    }
}

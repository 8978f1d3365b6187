package org.sardonyx.cli.input;

import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.SessionOptions;
import picocli.CommandLine.Option;

/// The option that says how freely arithmetic may be rearranged; a mixin of commands that run a model.
public final class NumericsOption {
    @Option(names = "--numerics", paramLabel = "HOW", defaultValue = "fast",
            description = "'fast'; 'strict': no algorithm that rounds differently, such as Winograd's convolution; 'tf32': tensor "
                    + "cores of GPUs multiply factors that are rounded to 10 bits of fraction; or 'half': GPUs store tensors as "
                    + "float16 (default: ${DEFAULT-VALUE}).")
    private String numerics;

    /// The options with the numerics.
    ///
    /// @throws ModelException if there are none of that name
    public SessionOptions in(SessionOptions options) {
        return options.withNumerics(switch (numerics) {
            case "fast" -> Numerics.FAST;
            case "strict" -> Numerics.STRICT;
            case "tf32" -> Numerics.TF32;
            case "half" -> Numerics.HALF;
            default -> throw new ModelException(
                    "--numerics " + numerics + ": expected 'fast', 'strict', 'tf32' or 'half'");
        });
    }

    /// What is to be told if a device does not have them.
    public Optional<String> note(Device device) {
        return device.asFast(in(SessionOptions.DEFAULT).numerics())
                .map(reason -> "--numerics " + numerics + " is taken as 'fast': " + reason);
    }
}

package org.sardonyx.ir.type;

import java.util.Arrays;
import java.util.Optional;

/// How a number between two powers of two is rounded into [DataType#FLOAT8E8M0]: the attribute `round_mode` of ONNX's
/// [Cast](https://onnx.ai/onnx/operators/onnx__Cast.html).
public enum RoundMode {
    /// To the power of two above; ONNX's default.
    UP("up"),
    /// To the power of two below.
    DOWN("down"),
    /// To the nearer power of two, the upper one if both are equally near.
    NEAREST("nearest");

    private final String text;

    RoundMode(String text) {
        this.text = text;
    }

    /// The name ONNX gives the mode: `up`, `down`, `nearest`.
    public String text() {
        return text;
    }

    /// The mode whose [#text] is exactly `text`, if there is one.
    public static Optional<RoundMode> parse(String text) {
        return Arrays.stream(values()).filter(mode -> mode.text.equals(text)).findFirst();
    }
}

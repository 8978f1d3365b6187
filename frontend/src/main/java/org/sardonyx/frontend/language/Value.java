package org.sardonyx.frontend.language;

/// What a layer computes: the name of an ONNX value.
///
/// @param broken whether it could not be computed, for a reason that is told already
record Value(String name, boolean broken) {
    /// The result of a layer in which there is a mistake.
    static final Value BROKEN = new Value("", true);

    static Value of(String name) {
        return new Value(name, false);
    }
}

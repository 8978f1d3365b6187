package org.sardonyx.frontend.onnxtext;

/// Thrown where the text cannot be understood, to give up on what is being read. Whoever can go on after it adds it to the
/// problems.
final class SyntaxProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    SyntaxProblem(int offset, String message) {
        super(message, null, false, false);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }
}

package org.sardonyx.frontend.language;

import org.sardonyx.frontend.language.syntax.Position;

/// Thrown to give up on a statement because of what stands at a place of the text. Whoever carries out the statement adds
/// it to the problems.
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Position at;

    Fault(Position at, String message) {
        super(message, null, false, false);
        this.at = at;
    }

    Position at() {
        return at;
    }

    /// Thrown to give up on a statement that depends on one whose problem is told already.
    static final class Told extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Told() {
            super(null, null, false, false);
        }
    }
}

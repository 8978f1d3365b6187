package org.sardonyx.frontend.onnxtext;

import java.util.TreeMap;

import org.sardonyx.ir.ModelException;

/// Collects what is wrong with a text, so that it is told at once.
final class SyntaxProblems {
    private static final int MOST = 20;

    private final SourceText source;
    /// The first problem of each place.
    private final TreeMap<Integer, String> messages = new TreeMap<>();

    SyntaxProblems(SourceText source) {
        this.source = source;
    }

    /// Thrown to stop reading.
    static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    /// @throws Enough if there are as many problems as will be told
    void add(int offset, String message) {
        messages.putIfAbsent(offset, message);
        if (messages.size() == MOST) {
            throw new Enough();
        }
    }

    /// @throws ModelException with all problems in the order of the text, if there are any
    void throwIfAny() {
        if (!messages.isEmpty()) {
            StringBuilder text = new StringBuilder();
            messages.forEach((offset, message) -> text.append(text.isEmpty() ? "" : "\n")
                    .append(source.describe(offset, message)));
            if (messages.size() == MOST) {
                text.append("\nreading stopped after ").append(MOST).append(" problems");
            }
            throw new ModelException(text.toString());
        }
    }
}

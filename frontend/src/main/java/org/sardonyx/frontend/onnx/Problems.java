package org.sardonyx.frontend.onnx;

import java.util.LinkedHashSet;
import java.util.Set;

import org.sardonyx.ir.ModelException;

/// Collects what is wrong with a model, so that it is told at once.
final class Problems {
    private static final int MOST_TOLD = 50;

    /// Thrown to give up on a node whose problem is in the collection already.
    static final class AlreadyReported extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AlreadyReported() {
            super(null, null, false, false);
        }
    }

    private final Set<String> messages = new LinkedHashSet<>();

    void add(String message) {
        messages.add(message);
    }

    int count() {
        return messages.size();
    }

    /// @throws ModelException with every problem, if there is any
    void throwIfAny() {
        if (messages.size() == 1) {
            throw new ModelException(messages.iterator().next());
        }
        if (!messages.isEmpty()) {
            StringBuilder text = new StringBuilder(messages.size() + " problems");
            messages.stream().limit(MOST_TOLD).forEach(message -> text.append("\n  ").append(message));
            if (messages.size() > MOST_TOLD) {
                text.append("\n  and ").append(messages.size() - MOST_TOLD).append(" more");
            }
            throw new ModelException(text.toString());
        }
    }
}

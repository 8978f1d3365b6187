package org.sardonyx.frontend.language.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.sardonyx.ir.ModelException;

/// Collects what is wrong with a network, to be told at once.
///
/// ```
/// lenet5.net:3:1: unknown layer 'cnov', did you mean 'conv'?
///     cnov 6 5x5
///     ^
/// ```
public final class Diagnostics {
    private static final int MOST = 20;

    private final Map<String, String> texts = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private int untold;

    private record Problem(Position at, String message) {}

    /// Makes a text known, to quote from it.
    public void source(String name, String text) {
        texts.put(name, text);
    }

    /// Adds a problem, unless the same is known of the same place.
    public void add(Position at, String message) {
        if (!told.add(at + ": " + message)) {
            return;
        }
        if (problems.size() < MOST) {
            problems.add(new Problem(at, message));
        } else {
            untold++;
        }
    }

    /// Whether nothing is wrong so far.
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /// @throws ModelException if there are problems: all of them, each with its source line
    public void throwIfAny() {
        if (isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        problems.stream().sorted(Comparator.comparing((Problem problem) -> problem.at.file())
                .thenComparing(problem -> problem.at.line()).thenComparing(problem -> problem.at.column()))
                .forEach(problem -> lines.add(problem.at + ": " + problem.message
                        + excerpt(problem.at)));
        if (untold > 0) {
            lines.add("and " + untold + " more");
        }
        throw new ModelException(String.join("\n", lines));
    }

    private String excerpt(Position at) {
        String text = texts.get(at.file());
        return text == null ? "" : "\n" + SourceFile.excerpt(text, at);
    }
}

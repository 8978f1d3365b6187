package org.sardonyx.frontend.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which arguments a layer takes.
///
/// @param positional in order; those that may be left out come last
/// @param required how many of them may not be left out
/// @param variadic whether the last of them takes all that follow
/// @param options given by name; a positional argument may be given by name as well
/// @param flags words that are there or not
record Signature(List<String> positional, int required, boolean variadic, Set<String> options, Set<String> flags) {
    Signature {
        positional = List.copyOf(positional);
        options = Collections.unmodifiableSet(new LinkedHashSet<>(options));
        flags = Collections.unmodifiableSet(new LinkedHashSet<>(flags));
    }

    /// Makes a signature from words.
    ///
    /// @param positional `out kernel? sizes*`: a question mark for one that may be left out, a star for all that follow
    static Signature of(String positional, String options, String flags) {
        List<String> names = new ArrayList<>();
        int required = 0;
        boolean variadic = false;
        for (String word : words(positional)) {
            variadic = word.endsWith("*");
            required += word.endsWith("*") || word.endsWith("?") ? 0 : 1;
            names.add(word.replaceAll("[*?]$", ""));
        }
        return new Signature(names, required, variadic, words(options), words(flags));
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(text.split(" ")));
    }

    /// Whether an argument can be given by this name.
    boolean takes(String option) {
        return options.contains(option) || positional.contains(option);
    }

    /// `OUT KERNEL? s= p= same`, for messages.
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < positional.size(); i++) {
            boolean last = i == positional.size() - 1;
            words.add(positional.get(i).toUpperCase() + (variadic && last ? ".." : i >= required ? "?" : ""));
        }
        options.forEach(option -> words.add(option + "="));
        words.addAll(flags);
        return words.isEmpty() ? "nothing" : String.join(" ", words);
    }
}

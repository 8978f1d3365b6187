package org.sardonyx.frontend.language;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A letter with its value: `s2` for `s=2`, `p1x2` for `p=1x2`.
record ShortOption(String name, Datum value) {
    private static final Pattern FORM = Pattern.compile("([a-z])([0-9]{1,9}(?:x[0-9]{1,9})*)");

    static Optional<ShortOption> of(String word) {
        Matcher matcher = FORM.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var sizes = Arrays.stream(matcher.group(2).split("x")).map(Long::valueOf).toList();
        return Optional.of(new ShortOption(matcher.group(1),
                sizes.size() == 1 ? new Datum.Whole(sizes.getFirst()) : new Datum.Sizes(sizes)));
    }
}

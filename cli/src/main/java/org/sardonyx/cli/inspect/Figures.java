package org.sardonyx.cli.inspect;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.sardonyx.ir.type.Dimension;

/// Figures for a person to read.
final class Figures {
    /// A number that is no part of a symbol.
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}_.])\\d{4,19}(?![\\p{L}_.])");

    private Figures() {}

    /// `1,234,567`
    static String text(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `N*3,600,000+16`
    static String text(Dimension dimension) {
        return NUMBER.matcher(dimension.toString())
                .replaceAll(number -> String.format(Locale.ROOT, "%,d", Long.parseLong(number.group())));
    }

    /// `195x195`; `all` where an element depends on the whole axis, nothing where it does not depend on the input.
    static String field(List<OptionalLong> sizes) {
        if (sizes.isEmpty() || sizes.stream().allMatch(size -> size.isPresent() && size.getAsLong() == 0)) {
            return "";
        } else if (sizes.stream().allMatch(OptionalLong::isEmpty)) {
            return "all";
        }
        return sizes.stream().map(size -> size.isPresent() ? Long.toString(size.getAsLong()) : "all")
                .collect(Collectors.joining("x"));
    }

    /// The sum, and how many figures are missing in it.
    static String text(Inspection.Total total) {
        return text(total.sum()) + (total.unknown() == 0 ? "" : " + " + total.unknown() + " unknown");
    }
}

package org.sardonyx.cli.inspect;

import java.util.Locale;
import java.util.regex.Pattern;

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

    /// The sum, and how many figures are missing in it.
    static String text(Inspection.Total total) {
        return text(total.sum()) + (total.unknown() == 0 ? "" : " + " + total.unknown() + " unknown");
    }
}

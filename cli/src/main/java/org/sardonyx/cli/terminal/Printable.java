package org.sardonyx.cli.terminal;

/// Text from outside, such as a name in a model, as it may be shown on a terminal.
public final class Printable {
    private Printable() {}

    /// The text with control characters, which could give commands to the terminal, replaced by spaces; line feeds stay.
    public static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\n]]", " ");
    }

    /// The text in one line.
    public static String line(String text) {
        return of(text).replace('\n', ' ');
    }
}

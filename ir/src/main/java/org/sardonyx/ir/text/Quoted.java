package org.sardonyx.ir.text;

/// Names and strings between quotation marks.
public final class Quoted {
    private Quoted() {}

    /// A text that [Scanner#quoted] reads back.
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}

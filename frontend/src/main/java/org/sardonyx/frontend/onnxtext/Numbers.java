package org.sardonyx.frontend.onnxtext;

/// Reads numbers and holds them to the range of what they are for.
final class Numbers {
    private final Cursor cursor;

    Numbers(Cursor cursor) {
        this.cursor = cursor;
    }

    /// Whether the text of a number has neither a fraction nor an exponent.
    static boolean isWhole(String text) {
        return text.chars().allMatch(c -> c == '-' || Identifiers.isDigit((char) c));
    }

    long whole(long least, long greatest) {
        int start = cursor.offset();
        return toLong(cursor.number(), start, least, greatest);
    }

    long toLong(String text, int offset, long least, long greatest) {
        requireWhole(text, offset);
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= greatest) {
                return value;
            }
        } catch (NumberFormatException _) {
            // It has too many digits for any range.
        }
        cursor.report(offset, "`" + shortened(text) + "` is outside the range from " + least + " to " + greatest);
        return least;
    }

    /// A number from 0 to 2^64 - 1.
    long unsigned() {
        int start = cursor.offset();
        String text = cursor.number();
        requireWhole(text, start);
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException _) {
            cursor.report(start, "`" + shortened(text) + "` is outside the range from 0 to 2^64 - 1");
            return 0;
        }
    }

    float toFloat(String text, int offset) {
        if (isSpecial(text)) {
            return text.endsWith("n") || text.endsWith("N")
                    ? Float.intBitsToFloat(text.startsWith("-") ? 0xffc00000 : 0x7fc00000)
                    : text.startsWith("-") ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
        }
        float value = Float.parseFloat(text);
        if (Float.isInfinite(value)) {
            cursor.report(offset, "`" + shortened(text) + "` is too large for a float of 32 bits");
        }
        return value;
    }

    double toDouble(String text, int offset) {
        if (isSpecial(text)) {
            return text.endsWith("n") || text.endsWith("N")
                    ? Double.longBitsToDouble(text.startsWith("-") ? 0xfff8000000000000L : 0x7ff8000000000000L)
                    : text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            cursor.report(offset, "`" + shortened(text) + "` is too large for a float of 64 bits");
        }
        return value;
    }

    private static boolean isSpecial(String text) {
        char last = text.charAt(text.length() - 1);
        return Identifiers.starts(last);
    }

    private static void requireWhole(String text, int offset) {
        if (!isWhole(text)) {
            throw new SyntaxProblem(offset, "expected a whole number, found `" + shortened(text) + "`");
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}

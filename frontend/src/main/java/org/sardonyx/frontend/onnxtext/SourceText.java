package org.sardonyx.frontend.onnxtext;

/// A text and its name in messages.
record SourceText(String name, String text) {
    private static final int SHOWN = 110;

    /// A problem with its place, the line of the text and a caret below the column.
    ///
    /// ```
    /// model.onnxtxt:3:10: expected `(`, found `;`
    ///        y = Relu; (x)
    ///                ^
    /// ```
    String describe(int offset, String message) {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        int end = text.indexOf('\n', offset);
        long line = 1 + text.substring(0, start).chars().filter(c -> c == '\n').count();
        int column = offset - start + 1;
        int from = Math.max(start, offset - SHOWN + 30);
        int to = Math.min(end < 0 ? text.length() : end, from + SHOWN);
        String shown = text.substring(from, to).replaceAll("\\p{Cntrl}", " ");
        return name + ":" + line + ":" + column + ": " + message + "\n    " + shown.stripTrailing() + "\n    "
                + " ".repeat(offset - from) + "^";
    }
}

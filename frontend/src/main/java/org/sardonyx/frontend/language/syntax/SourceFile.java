package org.sardonyx.frontend.language.syntax;

import java.util.List;

/// A text of the layer language.
///
/// @param name what to call it in messages
public record SourceFile(String name, String text, List<Declaration> declarations) {
    public SourceFile {
        declarations = List.copyOf(declarations);
    }

    /// The source line of a position, and a caret below its column, both indented by four spaces.
    public String excerpt(Position position) {
        return excerpt(text, position);
    }

    static String excerpt(String text, Position position) {
        String line = text.lines().skip(position.line() - 1L).findFirst().orElse("");
        int first = Math.max(0, Math.min(position.column() - 1, line.length()));
        int from = Math.max(0, first - 80);
        String shown = line.substring(from, Math.min(line.length(), from + 110));
        String before = line.substring(from, first).replaceAll("[^\t]", " ");
        return "    " + shown + "\n    " + before + "^";
    }
}

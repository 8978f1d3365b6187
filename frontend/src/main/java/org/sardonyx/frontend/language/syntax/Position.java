package org.sardonyx.frontend.language.syntax;

/// A place in a text.
///
/// @param file the name of the text
/// @param line from 1
/// @param column from 1, in characters
public record Position(String file, int line, int column) {
    /// `lenet5.net:3:8`
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}

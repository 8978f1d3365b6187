package org.sardonyx.frontend.onnxtext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;

import com.google.protobuf.ByteString;

/// Where text is written, with its lines and its two ways to write strings.
final class TextSink {
    private static final int WIDTH = 100;
    private static final int STEP = 3;
    private static final int PIECE = 1 << 12;

    private final Appendable target;
    private int column;
    private int depth;
    private boolean lineIsFull;
    private boolean inAnnotation;
    private int escapes;

    TextSink(Appendable target) {
        this.target = target;
    }

    /// Writes text without a line break in it.
    TextSink write(String text) {
        if (lineIsFull) {
            line();
        }
        append(text);
        return this;
    }

    /// Ends the line and begins the next.
    TextSink line() {
        lineIsFull = false;
        append("\n" + " ".repeat(STEP * depth));
        column = STEP * depth;
        return this;
    }

    TextSink indent() {
        depth++;
        return this;
    }

    TextSink outdent() {
        depth--;
        return this;
    }

    private void append(String text) {
        try {
            target.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        column += text.length();
    }

    /// Whether what comes next begins a line, since an annotation ends only there.
    boolean lineIsFull() {
        return lineIsFull;
    }

    void beginAnnotation(String kind) {
        write((column > STEP * depth ? " " : "") + "#@ " + kind + " ");
        inAnnotation = true;
        escapes++;
    }

    void endAnnotation() {
        inAnnotation = false;
        escapes--;
        lineIsFull = true;
    }

    void beginMessage() {
        write("{");
        escapes++;
    }

    void endMessage() {
        write("}");
        escapes--;
    }

    /// Writes a member of a long list, in a new line where the old one is full.
    ///
    /// @param first whether nothing stands before it
    void member(boolean first, String text) {
        if (!first) {
            write(",");
            if (column > WIDTH && !inAnnotation) {
                line();
            } else {
                write(" ");
            }
        }
        write(text);
    }

    /// Writes a name, in quotes where it could be taken for something else.
    TextSink name(String name) {
        return Identifiers.isPlain(name) ? write(name) : string(name);
    }

    TextSink string(String text) {
        if (escapes > 0) {
            return bytes(ByteString.copyFromUtf8(text));
        }
        return write("\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    /// Writes a string that need not be text, in an annotation or message.
    TextSink bytes(ByteString bytes) {
        StringBuilder quoted = new StringBuilder("\"");
        if (bytes.isValidUtf8()) {
            bytes.toStringUtf8().chars().forEach(c -> escape(quoted, c));
        } else {
            for (int i = 0; i < bytes.size(); i++) {
                int value = bytes.byteAt(i) & 0xff;
                escape(quoted, value < 0x80 ? value : -value);
            }
        }
        return write(quoted.append('"').toString());
    }

    /// Writes any number of bytes as a string, in an annotation or message.
    void bytes(MemorySegment bytes) {
        write("\"");
        StringBuilder piece = new StringBuilder();
        for (long i = 0; i < bytes.byteSize(); i++) {
            int value = bytes.get(ValueLayout.JAVA_BYTE, i);
            escape(piece, value < 0 ? -(value & 0xff) : value);
            if (piece.length() > PIECE) {
                write(piece.toString());
                piece.setLength(0);
            }
        }
        write(piece.append('"').toString());
    }

    /// @param c a character, or a byte from 128 on as a negative number
    static void escape(StringBuilder target, int c) {
        switch (c) {
            case '"', '\\' -> target.append('\\').append((char) c);
            case '\n' -> target.append("\\n");
            case '\r' -> target.append("\\r");
            case '\t' -> target.append("\\t");
            default -> {
                if (c < ' ' || c == 0x7f) {
                    target.append(String.format(Locale.ROOT, "\\x%02x", Math.abs(c)));
                } else {
                    target.append((char) c);
                }
            }
        }
    }
}

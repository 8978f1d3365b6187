package org.sardonyx.frontend.onnx;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a file that is not an ONNX file may be instead.
///
/// @param offset where the signature stands
/// @param signature in ISO 8859-1; letters match in either case
/// @param name what such a file is, and what can be done about it
record FileKind(int offset, String signature, String name) {
    private static final int LOOKED_AT = 64;

    private static final List<FileKind> KINDS = List.of(
            new FileKind(0, "version https://git-lfs", "a Git LFS pointer; `git lfs pull` fetches the file itself"),
            new FileKind(0, "<!doctype html", "an HTML page; a web server may have answered in place of the file"),
            new FileKind(0, "<html", "an HTML page; a web server may have answered in place of the file"),
            new FileKind(0, "<?xml", "an XML document"), //
            new FileKind(0, "{", "a JSON document"), //
            new FileKind(0, "\u0089PNG", "a PNG image"), //
            new FileKind(0, "\u00ff\u00d8\u00ff", "a JPEG image"), //
            new FileKind(0, "GIF8", "a GIF image"), //
            new FileKind(0, "%PDF-", "a PDF document"), //
            new FileKind(0, "\u0093NUMPY", "a NumPy array"), //
            new FileKind(0, "PK\u0003\u0004", "a zip archive, as downloads and PyTorch checkpoints are"),
            new FileKind(0, "\u001f\u008b", "a gzip archive; the model may be in it"),
            new FileKind(0, "\u0089HDF", "an HDF5 file, as Keras writes; it is to be exported to ONNX first"),
            new FileKind(0, "\u0080\u0002", "a Python pickle; it is to be exported to ONNX first"),
            new FileKind(0, "GGUF", "a GGUF model"), //
            new FileKind(4, "TFL3", "a TensorFlow Lite model; it is to be converted to ONNX first"),
            new FileKind(4, "ORTM", "a model in ONNX Runtime's own format; the .onnx it was made from is needed"),
            new FileKind(8, "{\"", "a safetensors file: weights without a graph"));

    /// Guesses from the first bytes; empty if nothing fits.
    static Optional<String> of(MemorySegment file) {
        int length = (int) Math.min(LOOKED_AT, file.byteSize());
        byte[] bytes = file.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        String start = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        for (FileKind kind : KINDS) {
            if (start.startsWith(kind.signature.toLowerCase(Locale.ROOT), kind.offset)) {
                return Optional.of(kind.name);
            }
        }
        boolean text = start.chars().allMatch(c -> c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t');
        return text ? Optional.of("text") : Optional.empty();
    }
}

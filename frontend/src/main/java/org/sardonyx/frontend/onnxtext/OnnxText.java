package org.sardonyx.frontend.onnxtext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.google.protobuf.UnsafeByteOperations;

import org.sardonyx.frontend.onnx.ExternalData;
import org.sardonyx.frontend.onnx.MappedFile;
import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.frontend.protobuf.HeapBudget;
import org.sardonyx.ir.ModelException;

/// Prints models as text and reads them from text. The package tells what the text is like.
///
/// ```java
/// OnnxFile model = OnnxText.parse("half", """
///         <ir_version: 8, opset_import: ["" : 17]>
///         half (float[N] x) => (float[N] y) <float factor = {0.5}> {
///             y = Mul (x, factor)
///         }
///         """);
/// ```
public final class OnnxText {
    /// The bytes of the file, its characters, and what is made of it.
    private static final int HEAP_PER_BYTE = 4;

    private OnnxText() {}

    /// Prints a model, all tensors with all their elements. Data in other files stays there, unless the model is
    /// [OnnxFile#embedded].
    ///
    /// @throws IOException if `target` throws it
    /// @throws ModelException if data in another file is not to be had
    public static void print(OnnxFile file, Appendable target) throws IOException {
        try {
            new ModelPrinter(new TextSink(target), file.externalData()).print(file.model());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Reads a model. It can have no data in other files, as there is no folder to look in.
    ///
    /// @param name what to call the text in messages
    /// @throws ModelException with every problem of the text: its line and column, what was found and expected;
    ///         or if the model would take more than half of the heap that this JVM may have
    public static OnnxFile parse(String name, String text) {
        return parse(name, text, ExternalData.none(), HeapBudget.ofThisJvm());
    }

    /// Reads a model from a file in UTF-8. Data in other files are taken from its folder.
    ///
    /// @throws ModelException as [#parse], and if the file cannot be read or is too large for the heap
    public static OnnxFile open(Path file) {
        String name = file.toString();
        String text;
        try {
            text = decode(MappedFile.map(file));
        } catch (ModelException e) {
            throw e.at(name);
        }
        return parse(name, text, ExternalData.inFolder(file.toAbsolutePath().getParent()), HeapBudget.ofThisJvm());
    }

    static OnnxFile parse(String name, String text, ExternalData data, HeapBudget budget) {
        return new OnnxFile(name, ModelParser.parse(new SourceText(name, text), budget), data);
    }

    private static String decode(MemorySegment source) {
        long most = Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / HEAP_PER_BYTE);
        if (source.byteSize() > most) {
            throw new ModelException("is of " + (source.byteSize() >> 20) + " MiB, and with this heap at most "
                    + (most >> 20) + " MiB of text can be read; a larger -Xmx would admit more");
        }
        byte[] bytes = source.toArray(ValueLayout.JAVA_BYTE);
        if (!UnsafeByteOperations.unsafeWrap(bytes).isValidUtf8()) {
            throw new ModelException("is not text in UTF-8");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

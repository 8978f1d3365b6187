package org.sardonyx.frontend.onnx;

import com.google.protobuf.Message;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.sardonyx.frontend.onnx.proto.MapProto;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.frontend.onnx.proto.OptionalProto;
import org.sardonyx.frontend.onnx.proto.SequenceProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.frontend.protobuf.MappedMessages;
import org.sardonyx.ir.ModelException;

/// A model as its file gives it.
///
/// The file is mapped, and raw data of 1,024 bytes or more stays in the mapping: it takes no heap, and the operating
/// system loads it when it is first used. A file that another process makes shorter meanwhile is beyond what the JVM can
/// guard against.
///
/// @param name what to call the file in messages
/// @param model the model; its graph is present, and nothing else of it has been checked
/// @param externalData the files beside the model
/// @see <a href="https://onnx.ai/onnx/repo-docs/IR.html">ONNX: Intermediate Representation</a>
public record OnnxFile(String name, ModelProto model, ExternalData externalData) {

    /// Reads a model file.
    ///
    /// @throws ModelException if it cannot be read, is not an ONNX model, or would take more than half of the heap
    public static OnnxFile open(Path file) {
        return at(file, () -> {
            ModelProto model = model(map(file));
            return new OnnxFile(file.toString(), model, ExternalData.inFolder(file.toAbsolutePath().getParent()));
        });
    }

    /// Reads a model from memory. It has no external data, as there is no folder to look in.
    ///
    /// @param name what to call the model in messages
    /// @param source the file's bytes; the model's longer raw data are windows on it
    /// @throws ModelException as [#open(Path)]
    public static OnnxFile of(String name, MemorySegment source) {
        try {
            return new OnnxFile(name, model(source.asReadOnly()), ExternalData.none());
        } catch (ModelException e) {
            throw e.at(name);
        }
    }

    /// Reads a file that holds one tensor, such as a test's `input_0.pb`.
    ///
    /// @throws ModelException as [#open(Path)]
    public static TensorProto readTensor(Path file) {
        return at(file, () -> read(map(file), TensorProto.newBuilder(), "tensor").build());
    }

    /// Reads a file that holds one sequence.
    ///
    /// @throws ModelException as [#open(Path)]
    public static SequenceProto readSequence(Path file) {
        return at(file, () -> read(map(file), SequenceProto.newBuilder(), "sequence").build());
    }

    /// Reads a file that holds one optional value.
    ///
    /// @throws ModelException as [#open(Path)]
    public static OptionalProto readOptional(Path file) {
        return at(file, () -> read(map(file), OptionalProto.newBuilder(), "optional value").build());
    }

    /// Reads a file that holds one map.
    ///
    /// @throws ModelException as [#open(Path)]
    public static MapProto readMap(Path file) {
        return at(file, () -> read(map(file), MapProto.newBuilder(), "map").build());
    }

    private static ModelProto model(MemorySegment source) {
        ModelProto model = read(source, ModelProto.newBuilder(), "model").build();
        if (!model.hasGraph()) {
            throw FileKind.of(source).map(kind -> isNot("model", kind))
                    .orElseGet(() -> new ModelException("is not an ONNX model: it has no graph"));
        }
        return model;
    }

    private static <B extends Message.Builder> B read(MemorySegment source, B builder, String content) {
        try {
            MappedMessages.read(source, builder);
            return builder;
        } catch (ModelException e) {
            throw FileKind.of(source).map(kind -> isNot(content, kind)).orElse(e);
        }
    }

    private static ModelException isNot(String content, String kind) {
        return new ModelException("is not an ONNX " + content + " but looks like " + kind);
    }

    private static MemorySegment map(Path file) {
        MemorySegment source = MappedFile.map(file);
        if (source.byteSize() == 0) {
            throw new ModelException("is empty");
        }
        if (source.byteSize() > Integer.MAX_VALUE) {
            String size = String.format(Locale.ROOT, "%.1f", source.byteSize() / (double) (1 << 30));
            throw new ModelException("is of " + size + " GiB, and a file of this format can have 2 GiB at most; larger "
                    + "weights go into a file beside it (external data)");
        }
        return source;
    }

    private static <T> T at(Path file, Supplier<T> read) {
        try {
            return read.get();
        } catch (ModelException e) {
            throw e.at(file.toString());
        }
    }
}

package org.sardonyx.frontend.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import org.sardonyx.frontend.onnx.proto.MapProto;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.frontend.onnx.proto.OptionalProto;
import org.sardonyx.frontend.onnx.proto.SequenceProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.frontend.protobuf.InPlaceContent;
import org.sardonyx.frontend.protobuf.InPlaceField;
import org.sardonyx.frontend.protobuf.MappedMessages;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.value.Tensor;

/// A model as its file gives it.
///
/// The file is mapped and its tensors' raw data stays in the mapping: it takes no heap, and the operating system loads it
/// when it is first used. Such a tensor has no `raw_data`; [ExternalData#rawBytes] gives its bytes. A file that another
/// process makes shorter meanwhile is beyond what the JVM can guard against.
///
/// @param name what to call the file in messages
/// @param model the model; its graph is present, and nothing else of it has been checked
/// @param externalData the bytes of the model's tensors, in its file and beside it
/// @see <a href="https://onnx.ai/onnx/repo-docs/IR.html">ONNX: Intermediate Representation</a>
public record OnnxFile(String name, ModelProto model, ExternalData externalData) {
    private static final InPlaceField RAW_DATA =
            new InPlaceField(field(TensorProto.RAW_DATA_FIELD_NUMBER), field(TensorProto.MAPPED_OFFSET_FIELD_NUMBER),
                    field(TensorProto.MAPPED_LENGTH_FIELD_NUMBER));

    /// Reads a model file.
    ///
    /// @throws ModelException if it cannot be read, is not an ONNX model, or would take more than half of the heap
    public static OnnxFile open(Path file) {
        return at(file, () -> {
            MemorySegment source = map(file);
            Path folder = file.toAbsolutePath().getParent();
            return new OnnxFile(file.toString(), model(source), ExternalData.of(source, Optional.of(folder)));
        });
    }

    /// Reads a model from memory. It can have no data in other files, as there is no folder to look in.
    ///
    /// @param name what to call the model in messages
    /// @param source the file's bytes, in which the tensors' raw data stays
    /// @throws ModelException as [#open(Path)]
    public static OnnxFile of(String name, MemorySegment source) {
        try {
            return new OnnxFile(name, model(checked(source)), ExternalData.of(source, Optional.empty()));
        } catch (ModelException e) {
            throw e.at(name);
        }
    }

    /// The constants of the model's graph by name, each read when it is asked for: initialisers, and the values of nodes
    /// `Constant`. Graphs in attributes are not looked into. Raw and external data is not copied; a message about a
    /// constant names it.
    ///
    /// @throws ModelException if two have the same name
    public Map<String, Supplier<Tensor>> constants() {
        return GraphConstants.of(model.getGraph(), new TensorReader(externalData));
    }

    /// Reads a file that holds one tensor, such as a test's `input_0.pb`. Its raw data is copied to the heap.
    ///
    /// @throws ModelException as [#open(Path)]
    public static TensorProto readTensor(Path file) {
        return readValue(file, TensorProto.newBuilder(), "tensor").build();
    }

    /// Reads a file that holds one sequence.
    ///
    /// @throws ModelException as [#open(Path)]
    public static SequenceProto readSequence(Path file) {
        return readValue(file, SequenceProto.newBuilder(), "sequence").build();
    }

    /// Reads a file that holds one optional value.
    ///
    /// @throws ModelException as [#open(Path)]
    public static OptionalProto readOptional(Path file) {
        return readValue(file, OptionalProto.newBuilder(), "optional value").build();
    }

    /// Reads a file that holds one map.
    ///
    /// @throws ModelException as [#open(Path)]
    public static MapProto readMap(Path file) {
        return readValue(file, MapProto.newBuilder(), "map").build();
    }

    /// The other files that hold data of the model, as it names them: relative to its own folder.
    public Set<String> externalFiles() {
        Set<String> files = new TreeSet<>();
        Tensors.forEach(model, tensor -> {
            if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
                tensor.getExternalDataList().stream().filter(entry -> entry.getKey().equals("location"))
                        .forEach(entry -> files.add(entry.getValue()));
            }
        });
        return files;
    }

    /// The same model, which takes in the data that it has in other files when it is written or printed.
    public OnnxFile embedded() {
        return new OnnxFile(name, model, externalData.embedding());
    }

    /// The same model with the sizes of its inputs left open: each is a symbol of its own, `size.1.0` that of the second
    /// input's first axis. Nothing then depends on sizes before the model runs.
    public OnnxFile withOpenSizes() {
        return new OnnxFile(name, OpenSizes.of(model), externalData);
    }

    /// Writes the model in ONNX's format. Raw data goes from where it is to the target, past the heap; data in other files
    /// stays there, unless the model is [#embedded].
    ///
    /// @throws IOException if `target` throws it
    /// @throws ModelException if the model takes more than 2 GiB, or data in another file is not to be had
    public void writeTo(OutputStream target) throws IOException {
        MappedMessages.write(model, target, RAW_DATA, message -> {
            TensorProto tensor = (TensorProto) message;
            boolean embedded = externalData.isEmbedded(tensor);
            if (!embedded && !tensor.hasMappedOffset()) {
                return Optional.empty();
            }
            TensorProto.Builder stripped = tensor.toBuilder().clearMappedOffset().clearMappedLength().clearRawData();
            TensorProto rest = embedded
                    ? stripped.clearExternalData().clearDataLocation().build()
                    : stripped.build();
            return externalData.ownBytes(tensor).map(bytes -> new InPlaceContent(rest, bytes));
        });
    }

    private static ModelProto model(MemorySegment source) {
        ModelProto.Builder model = ModelProto.newBuilder();
        try {
            MappedMessages.readInPlace(source, model, RAW_DATA);
            if (!model.hasGraph()) {
                throw new ModelException("is not an ONNX model: it has no graph");
            }
        } catch (ModelException e) {
            throw explained(e, source, "model");
        }
        return model.build();
    }

    private static <B extends Message.Builder> B readValue(Path file, B builder, String content) {
        return at(file, () -> {
            MemorySegment source = map(file);
            try {
                MappedMessages.readToHeap(source, builder, RAW_DATA);
            } catch (ModelException e) {
                throw explained(e, source, content);
            }
            return builder;
        });
    }

    /// What the file is instead, where its first bytes tell.
    private static ModelException explained(ModelException problem, MemorySegment source, String content) {
        return FileKind.of(source)
                .map(kind -> new ModelException("is not an ONNX " + content + " but looks like " + kind, problem))
                .orElse(problem);
    }

    private static MemorySegment map(Path file) {
        return checked(MappedFile.map(file));
    }

    private static MemorySegment checked(MemorySegment source) {
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

    private static FieldDescriptor field(int number) {
        return TensorProto.getDescriptor().findFieldByNumber(number);
    }
}

package org.sardonyx.frontend.onnx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.ir.ModelException;

/// Writes ONNX models.
///
/// ```java
/// OnnxModelWriter model = new OnnxModelWriter("scale").opset(13);
/// model.graph().input("x", TensorType.of(DataType.FLOAT32, 4)).initializer("factor", weights);
/// model.graph().node("Mul").name("scale").inputs("x", "factor").outputs("y");
/// model.graph().output("y", TensorType.of(DataType.FLOAT32, 4));
/// model.write(Path.of("scale.onnx"));
/// ```
///
/// The names in the model are checked, the operators are not: read the model with [OnnxImporter] to see that it is valid.
///
/// @see <a href="https://onnx.ai/onnx/repo-docs/IR.html">ONNX: Intermediate Representation</a>
public final class OnnxModelWriter {
    static final String PRODUCER = "sardonyx";

    private final OnnxGraphWriter graph;
    private final Map<String, Long> opsets = new TreeMap<>();
    private final Map<String, String> metadata = new TreeMap<>();

    /// @param name the name of the main graph
    public OnnxModelWriter(String name) {
        this.graph = new OnnxGraphWriter(name);
    }

    /// Gives the version of ONNX's own operators.
    public OnnxModelWriter opset(long version) {
        return opset("", version);
    }

    /// Gives the version of the operators of a domain such as `com.microsoft`.
    ///
    /// @throws ModelException if the version is not positive
    public OnnxModelWriter opset(String domain, long version) {
        if (version < 1) {
            throw new ModelException("opset " + version + " of domain '" + domain + "', expected 1 or more");
        }
        opsets.put(domain, version);
        return this;
    }

    /// Adds a note for those who read the model.
    public OnnxModelWriter metadata(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    /// The main graph, to be filled.
    public OnnxGraphWriter graph() {
        return graph;
    }

    /// Writes the model to a file, in place of what was there.
    ///
    /// @throws ModelException if the file cannot be written, the model takes more than 2 GiB, or names in it are
    ///         missing or stand for two things; all of them are told
    public void write(Path file) {
        ModelProto model = message();
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
            model.writeTo(stream);
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be written: " + e, e);
        }
    }

    /// The bytes of the model's file.
    ///
    /// @throws ModelException as [#write]
    public MemorySegment toMemory() {
        return MemorySegment.ofArray(message().toByteArray()).asReadOnly();
    }

    private ModelProto message() {
        Problems problems = new Problems();
        ModelProto.Builder message = ModelProto.newBuilder().setProducerName(PRODUCER);
        message.setIrVersion(formatVersion(opsets.getOrDefault("", 1L)));
        opsets.forEach((domain, version) -> message.addOpsetImportBuilder().setDomain(domain).setVersion(version));
        metadata.forEach((key, value) -> message.addMetadataPropsBuilder().setKey(key).setValue(value));
        message.setGraph(graph.write(Set.of(), opsets.keySet(), problems));
        problems.throwIfAny();
        return requireWritable(message.build());
    }

    /// The format version of the ONNX release that brought the opset, from the table on ONNX's page "Versioning"; at
    /// least 8, which is the first with functions and is read everywhere.
    static int formatVersion(long opset) {
        if (opset <= 18) {
            return 8;
        } else if (opset <= 20) {
            return 9;
        } else if (opset <= 22) {
            return 10;
        } else if (opset <= 24) {
            return opset == 23 ? 11 : 12;
        }
        return opset <= 27 ? 13 : 14;
    }

    /// A message keeps its size as an int, which has overflowed if the parts are larger.
    private static ModelProto requireWritable(ModelProto model) {
        long bytes = model.getGraph().getInitializerList().stream().mapToLong(t -> t.getRawData().size()).sum();
        if (bytes > Integer.MAX_VALUE || model.getSerializedSize() < 0) {
            throw new ModelException("the model has " + bytes + " bytes of weights, and a file of this format can have "
                    + "2 GiB at most");
        }
        return model;
    }
}

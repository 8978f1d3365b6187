package org.sardonyx.runtime.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.text.GraphPrinter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.opencl.Dispatch;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.Step;

/// Writes compiled models: jars that [CompiledModel] opens. The same model gives the same bytes, at any time and in any place.
///
/// ```java
/// ModelWriter writer = new ModelWriter("com.example.LeNet5", graphText);
/// writer.add(new Target(Target.Kind.JVM, 8), program, kernelClasses);
/// writer.finish(description, classFiles, source);
/// writer.write(Path.of("model.jar"));
/// ```
public final class ModelWriter {
    /// Of all models in a jar.
    static final String FOLDER = "META-INF/sardonyx/";
    /// Below the folder of a model.
    static final String GRAPH = "graph.txt";
    static final String WEIGHTS = "weights/";
    static final String SOURCES = "opencl/";
    static final String SOURCE = ".cl";
    static final String BINARIES = SOURCES + "binaries/";
    private static final String JAR_MANIFEST = "META-INF/MANIFEST.MF";

    private ModelDescription model;
    private final String root;
    private final List<Manifest.ProgramEntry> programs = new ArrayList<>();
    private final Map<String, byte[]> texts = new LinkedHashMap<>();
    private final Map<String, byte[]> classes = new TreeMap<>();
    private final Map<String, MemorySegment> weights = new LinkedHashMap<>();
    /// The entry of each weight by its content.
    private final Map<String, String> known = new LinkedHashMap<>();
    private final Map<String, Manifest.Checksum> checksums = new LinkedHashMap<>();

    /// @param className the class that stands for the model in programs
    /// @param graph the model's graph as text, for people to read
    public ModelWriter(String className, String graph) {
        this.root = root(className);
        texts.put(root + GRAPH, graph.getBytes(StandardCharsets.UTF_8));
    }

    /// The folder of a model among the entries of a jar.
    static String root(String className) {
        return FOLDER + className + "/";
    }

    /// Adds a program for the virtual machine. Weights that another one has too are written once.
    ///
    /// @param kernels the name of the class of each kernel, in the program's order
    /// @throws ModelException if a step cannot be written down
    public void add(Target target, Program program, List<String> kernels) {
        add(target, program, new Plan.Classes(kernels));
    }

    /// Adds a program for OpenCL devices. Weights and kernels that another one has too are written once.
    ///
    /// @param steps the kernels of each step, in their order; none for one of the host
    /// @throws ModelException if a step cannot be written down
    public void addDispatches(Target target, Program program, List<List<Dispatch>> steps) {
        steps.stream().flatMap(List::stream).map(Dispatch::source).forEach(source -> texts.put(
                root + SOURCES + source.name() + SOURCE, SourceText.print(source).getBytes(StandardCharsets.UTF_8)));
        add(target, program, new Plan.Dispatches(steps));
    }

    /// Adds kernels as the driver of a device has built them.
    ///
    /// @param binaries by name, see [org.sardonyx.runtime.opencl.OpenClContext#binaries]
    public void addBinaries(Map<String, byte[]> binaries) {
        binaries.forEach((name, content) -> texts.put(root + BINARIES + name, content));
    }

    private void add(Target target, Program program, Plan.Kernels kernels) {
        Program complete = withTensorsOfNodes(program);
        List<String> entries = complete.constants().stream().map(this::weight).toList();
        String name = root + target.kind().text() + "-" + target.lanes() + "/" + programs.size() + ".txt";
        List<ValueType> inputs = program.inputs().stream().map(Program.Binding::type).toList();
        if (programs.stream().anyMatch(other -> other.target().equals(target) && other.inputs().equals(inputs))) {
            throw new ModelException("two programs for the same inputs: " + inputs);
        }
        programs.add(new Manifest.ProgramEntry(name, target, inputs));
        texts.put(name, PlanPrinter.print(new Plan(complete, entries, kernels)).getBytes(StandardCharsets.UTF_8));
    }

    /// A program that has the tensors of graphs inside of nodes, too, as constants.
    private static Program withTensorsOfNodes(Program program) {
        Map<Tensor, Boolean> constants = new IdentityHashMap<>();
        List<Tensor> all = new ArrayList<>(program.constants());
        all.forEach(constant -> constants.put(constant, true));
        for (Step step : program.steps()) {
            if (step instanceof Step.HostStep host) {
                for (Tensor tensor : GraphPrinter.print(HostNode.isolated(host)).tensors()) {
                    if (constants.put(tensor, true) == null) {
                        all.add(tensor);
                    }
                }
            }
        }
        return new Program(program.name(), program.inputs(), program.outputs(), all, program.kernels(),
                program.steps(), program.memory(), program.hostValues());
    }

    private String weight(Tensor tensor) {
        MemorySegment content =
                tensor.dataType() == DataType.STRING ? StringWeights.encode(tensor) : tensor.segment();
        String digest = Verification.sha256(content);
        String entry = known.computeIfAbsent(digest, _ -> root + WEIGHTS + known.size());
        weights.putIfAbsent(entry, content);
        checksums.put(entry, new Manifest.Checksum(content.byteSize(), digest));
        return entry;
    }

    /// Says what the model is, once all programs are added.
    ///
    /// @param description for the same class
    /// @param files class files by name of the class: kernels, and the class that stands for the model
    /// @param source of that class, for development environments to show
    public void finish(ModelDescription description, Map<String, byte[]> files, String source) {
        model = description;
        texts.put(description.className().replace('.', '/') + ".java", source.getBytes(StandardCharsets.UTF_8));
        files.forEach((name, file) -> classes.put(name.replace('.', '/') + ".class", file));
    }

    /// Writes the model as a jar. It is there as a whole or not at all: it is written beside its place, then moved.
    ///
    /// @throws ModelException if it cannot be written
    public void write(Path jar) {
        Path folder = jar.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ModelException(jar + ": cannot be written: there is no folder " + folder);
        }
        Path temporary = folder.resolve("." + jar.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (JarWriter out = new JarWriter(new BufferedOutputStream(
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)))) {
                out.add(JAR_MANIFEST, jarManifest());
                write(out);
            }
            move(temporary, jar);
        } catch (IOException e) {
            throw new ModelException(jar + ": cannot be written: " + e, e);
        } finally {
            delete(temporary);
        }
    }

    /// Writes the entries of the model as files of a folder, such as that of a project's classes.
    ///
    /// @throws ModelException if they cannot be written
    public void writeFiles(Path folder) {
        try {
            write(new EntrySink() {
                @Override
                public void add(String name, byte[] content) throws IOException {
                    Files.write(file(name), content);
                }

                @Override
                public void addAligned(String name, MemorySegment content) throws IOException {
                    try (var channel = Files.newByteChannel(file(name), StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                        long chunk = 1 << 20;
                        for (long at = 0; at < content.byteSize(); at += chunk) {
                            channel.write(
                                    content.asSlice(at, Math.min(chunk, content.byteSize() - at)).asByteBuffer());
                        }
                    }
                }

                private Path file(String name) throws IOException {
                    Path file = folder.resolve(name);
                    Files.createDirectories(file.getParent());
                    return file;
                }
            });
        } catch (IOException e) {
            throw new ModelException(folder + ": cannot be written: " + e, e);
        }
    }

    private void write(EntrySink out) throws IOException {
        Map<String, Manifest.Checksum> all = new LinkedHashMap<>();
        texts.forEach((name, content) -> all.put(name, checksum(content)));
        classes.forEach((name, content) -> all.put(name, checksum(content)));
        all.putAll(checksums);
        String manifest = new Manifest(model, programs, all).text();
        out.add(root + CompiledModel.MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> text : texts.entrySet()) {
            out.add(text.getKey(), text.getValue());
        }
        for (Map.Entry<String, byte[]> file : classes.entrySet()) {
            out.add(file.getKey(), file.getValue());
        }
        for (Map.Entry<String, MemorySegment> weight : weights.entrySet()) {
            out.addAligned(weight.getKey(), weight.getValue());
        }
    }

    private static Manifest.Checksum checksum(byte[] content) {
        return new Manifest.Checksum(content.length, Verification.sha256(MemorySegment.ofArray(content)));
    }

    private byte[] jarManifest() {
        return ("Manifest-Version: 1.0\r\nCreated-By: " + model.producer() + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException _) {
            // A file that cannot be deleted is left behind; what is to be told is told already.
        }
    }
}

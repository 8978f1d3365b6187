package org.sardonyx.runtime.model;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.runtime.Devices;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;

/// A model that was compiled ahead of time, in a jar.
///
/// ```java
/// try (Session session = CompiledModel.open(Path.of("lenet5.jar")).session()) {
///     Tensor digit = (Tensor) session.run(Map.of("image", image)).get("digit");
/// }
/// ```
///
/// To open one reads its manifest; nothing is held open. Sessions map the file: its weights take memory once, however many
/// sessions and processes use it. A file that is open must not be written to, only be replaced by another.
///
/// What lies in a jar is code. It is to be trusted as any jar is; checksums tell damage and no ill will, for which there are
/// signatures.
public final class CompiledModel {
    static final String MANIFEST = "model.txt";

    private final Contents contents;
    private final Manifest manifest;
    private final KernelSet kernels;

    private CompiledModel(Contents contents, Manifest manifest) {
        this.contents = contents;
        this.manifest = manifest;
        this.kernels = new KernelSet(contents);
    }

    /// A program of a model.
    ///
    /// @param plan the entry that tells its steps
    /// @param target what it was compiled for
    /// @param inputs the types of the inputs it takes, by name
    public record CompiledProgram(String plan, Target target, Map<String, ValueType> inputs) {}

    /// The size of some entries together.
    public record PartSize(long bytes, int entries) {
        PartSize plus(long more) {
            return new PartSize(bytes + more, entries + 1);
        }
    }

    /// Opens a model in a jar.
    ///
    /// @throws ModelException if the file cannot be read, is no jar, holds no compiled model or several, or one of another
    ///         version
    public static CompiledModel open(Path jar) {
        JarContents contents = JarContents.open(jar, new KernelLoader(CompiledModel.class.getClassLoader()));
        List<String> manifests = contents.directory().entries().keySet().stream()
                .filter(name -> name.startsWith(ModelWriter.FOLDER) && name.endsWith("/" + MANIFEST))
                .toList();
        if (manifests.isEmpty()) {
            throw new ModelException(jar + ": is a jar, but holds no compiled model: it has no entry "
                    + ModelWriter.root("*") + MANIFEST);
        }
        if (manifests.size() > 1) {
            throw new ModelException(jar + ": holds " + manifests.size() + " compiled models: "
                    + String.join(", ", manifests) + "; put it on the class path and open one by its class");
        }
        return read(contents, manifests.getFirst());
    }

    /// Opens the model that a class stands for, which lies where the class does: in a jar, or in a folder of classes.
    ///
    /// @throws ModelException as [#open], and if there is no model beside the class
    public static CompiledModel of(Class<?> type) {
        String entry = ModelWriter.root(type.getName()) + MANIFEST;
        ClassLoader loader = type.getClassLoader();
        Optional<Path> jar = jar(type);
        Contents contents = jar.isPresent()
                ? JarContents.open(jar.get(), (name, _) -> Class.forName(name, true, loader))
                : new ClassPathContents(loader);
        return read(contents, entry);
    }

    /// Opens a model on the class path by the name of the class that stands for it.
    ///
    /// @param loader of the class
    /// @throws ModelException as [#of], and if there is no such class
    public static CompiledModel named(String className, ClassLoader loader) {
        try {
            return of(Class.forName(className, false, loader));
        } catch (ClassNotFoundException e) {
            throw new ModelException("there is no model " + className + " on the class path", e);
        }
    }

    /// The jar that a class was loaded from, if it is a file of its own.
    private static Optional<Path> jar(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            URI location = source.getLocation().toURI();
            return "file".equals(location.getScheme())
                    ? Optional.of(Path.of(location)).filter(Files::isRegularFile)
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException _) {
            return Optional.empty();
        }
    }

    private static CompiledModel read(Contents contents, String entry) {
        if (contents instanceof JarContents jar) {
            jar.directory().entries().keySet().stream().filter(name -> name.equals("META-INF/MANIFEST.MF"))
                    .forEach(jar::check);
        }
        try (Arena memory = Arena.ofShared()) {
            byte[] text = contents.open(memory).read(entry, -1).toArray(ValueLayout.JAVA_BYTE);
            return new CompiledModel(contents, Manifest.read(new String(text, StandardCharsets.UTF_8)));
        } catch (ModelException e) {
            String message = e.getMessage();
            throw (message.startsWith(entry) ? e : e.at(entry)).at(contents.place());
        }
    }

    /// What the model tells of itself.
    public ModelDescription description() {
        return manifest.model();
    }

    /// The programs there are; a session takes the inputs of those for its device.
    public List<CompiledProgram> programs() {
        List<CompiledProgram> programs = new ArrayList<>();
        for (Manifest.ProgramEntry program : manifest.programs()) {
            Map<String, ValueType> inputs = new LinkedHashMap<>();
            description().inputs().keySet().forEach(name -> inputs.put(name, program.inputs().get(inputs.size())));
            programs.add(new CompiledProgram(program.plan(), program.target(), inputs));
        }
        return programs;
    }

    /// The names of the entries with their sizes in bytes.
    public Map<String, Long> entries() {
        Map<String, Long> entries = new LinkedHashMap<>();
        manifest.entries().forEach((name, checksum) -> entries.put(name, checksum.bytes()));
        return entries;
    }

    /// How large the parts of the model are: `weights`, `classes`, `sources` and `texts`.
    public Map<String, PartSize> sizes() {
        Map<String, PartSize> sizes = new LinkedHashMap<>();
        for (String part : List.of("weights", "classes", "sources", "texts")) {
            sizes.put(part, new PartSize(0, 0));
        }
        String weights = ModelWriter.root(description().className()) + ModelWriter.WEIGHTS;
        manifest.entries().forEach((name, checksum) -> sizes.computeIfPresent(
                name.startsWith(weights)
                        ? "weights"
                        : name.endsWith(".class") ? "classes" : name.endsWith(ModelWriter.SOURCE) ? "sources" : "texts",
                (_, size) -> size.plus(checksum.bytes())));
        return sizes;
    }

    /// The graph as text, for people to read; its large tensors are left out.
    ///
    /// @throws ModelException if it cannot be read
    public String graph() {
        return new String(entry(ModelWriter.root(description().className()) + ModelWriter.GRAPH),
                StandardCharsets.UTF_8);
    }

    /// The content of an entry, such as a plan, which is text in UTF-8, or a class file.
    ///
    /// @throws ModelException if there is no such entry, or it has been changed
    public byte[] entry(String name) {
        Manifest.Checksum expected = manifest.entries().get(name);
        try (Arena memory = Arena.ofShared()) {
            if (expected == null) {
                throw Contents.problem(name, "is no entry of the model");
            }
            MemorySegment content = contents.open(memory).read(name, expected.bytes());
            Verification.check(name, content, expected);
            return content.toArray(ValueLayout.JAVA_BYTE);
        } catch (ModelException e) {
            throw e.at(contents.place());
        }
    }

    /// Opens the model on the default device with the default options.
    ///
    /// @throws ModelException as [#session(String, SessionOptions)]
    public Session session() {
        return session(Devices.AUTO, SessionOptions.DEFAULT);
    }

    /// Opens the model.
    ///
    /// @param device the name of a device, or [Devices#AUTO]
    /// @param options of which the numerics have no influence any more: the model was compiled with those it has
    /// @throws ModelException if there is no such device, or the model has no kernels for it or for what this virtual machine
    ///         can do
    public Session session(String device, SessionOptions options) {
        TargetChoice choice =
                new TargetChoice(manifest.programs().stream().map(Manifest.ProgramEntry::target).toList());
        TargetChoice.Chosen chosen;
        try {
            chosen = choice.choose(device);
        } catch (ModelException e) {
            throw e.at(contents.place());
        }
        Backend backend = chosen.opencl()
                .<Backend>map(found -> new OpenClBackend(found.name(), found.context(),
                        ModelWriter.root(description().className()) + ModelWriter.BINARIES, manifest.entries().keySet(),
                        options))
                .orElseGet(() -> new JvmBackend(kernels, options));
        return Session.of(backend.deviceName(), description().inputs(), description().outputs(),
                new CompiledExecutable(contents, manifest, chosen.target(), backend, options));
    }

    static String text(ModelDescription model, List<ValueType> types) {
        List<String> texts = new ArrayList<>();
        model.inputs().keySet().forEach(name -> texts.add(name + ": " + types.get(texts.size())));
        return String.join(", ", texts);
    }
}

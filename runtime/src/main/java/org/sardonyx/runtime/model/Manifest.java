package org.sardonyx.runtime.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.text.GraphParser;
import org.sardonyx.ir.text.Quoted;
import org.sardonyx.ir.text.Scanner;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.runtime.Numerics;

/// The first thing that is read of a compiled model: what it is, its programs, and a checksum of each entry.
///
/// @param entries by name; all of the model but this one
record Manifest(ModelDescription model, List<ProgramEntry> programs, Map<String, Checksum> entries) {
    /// The version of all that a compiled model consists of: this text, plans, and what kernels and runtime expect of each
    /// other. It is another one whenever one side would not understand the other.
    static final int FORMAT = 2;
    private static final String MAGIC = "sardonyx-model ";
    private static final String END = "\nend ";
    private static final int HEXADECIMAL = 16;

    /// A program for inputs of fixed sizes.
    ///
    /// @param plan the entry that tells its steps
    /// @param inputs the types of the inputs, in order
    record ProgramEntry(String plan, Target target, List<ValueType> inputs) {
        ProgramEntry {
            inputs = List.copyOf(inputs);
        }
    }

    /// @param sha256 in hexadecimal digits
    record Checksum(long bytes, String sha256) {}

    Manifest {
        programs = List.copyOf(programs);
    }

    /// The text that [#read] reads.
    String text() {
        StringBuilder text = new StringBuilder(MAGIC).append(FORMAT).append('\n');
        text.append("producer ").append(Quoted.of(model.producer())).append('\n');
        text.append("class ").append(Quoted.of(model.className())).append('\n');
        text.append("name ").append(Quoted.of(model.name())).append('\n');
        text.append("numerics ").append(model.numerics()).append('\n');
        model.inputs().forEach((name, type) -> text.append("input ").append(Quoted.of(name)).append(": ").append(type)
                .append('\n'));
        model.outputs().forEach((name, type) -> text.append("output ").append(Quoted.of(name)).append(": ")
                .append(type).append('\n'));
        for (ProgramEntry program : programs) {
            text.append("program ").append(Quoted.of(program.plan())).append(" for ")
                    .append(program.target().kind().text())
                    .append(" lanes ").append(program.target().lanes());
            program.inputs().forEach(type -> text.append(" with ").append(type));
            text.append('\n');
        }
        entries.forEach((name, checksum) -> text.append("entry ").append(Quoted.of(name)).append(" bytes ")
                .append(checksum.bytes).append(" sha256 ").append(checksum.sha256).append('\n'));
        String body = text.substring(0, text.length() - 1);
        return body + END + Long.toHexString(checksum(body)) + "\n";
    }

    private static long checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }

    /// @throws ModelException if the text is not whole, or of another version
    static Manifest read(String text) {
        if (!text.startsWith(MAGIC)) {
            throw new ModelException("is not the manifest of a compiled model: it does not begin with '" + MAGIC + "'");
        }
        int line = text.indexOf('\n');
        String version = line < 0 ? "" : text.substring(MAGIC.length(), line);
        if (!version.equals(Integer.toString(FORMAT))) {
            throw otherVersion(text, version);
        }
        int end = text.lastIndexOf(END);
        if (end < 0 || !text.substring(end + END.length()).strip()
                .equals(Long.toString(checksum(text.substring(0, end)), HEXADECIMAL))) {
            throw new ModelException("has been changed: it does not end with its checksum");
        }
        return new Parser(new Scanner(text.substring(line, end))).manifest();
    }

    private static ModelException otherVersion(String text, String version) {
        int line = text.indexOf("\nproducer ");
        String producer = line < 0
                ? ""
                : ", made by " + text.substring(line + 1).lines().findFirst().orElse("")
                        .replaceFirst("producer ", "");
        boolean newer;
        try {
            newer = Integer.parseInt(version) > FORMAT;
        } catch (NumberFormatException _) {
            return new ModelException("has no version of the format: '" + version + "'");
        }
        return new ModelException(
                "the compiled model is of format " + version + producer + "; this runtime reads format "
                        + FORMAT + ": " + (newer ? "use a newer runtime" : "compile the model again"));
    }

    private record Parser(Scanner scanner) {
        Manifest manifest() {
            scanner.expect("producer");
            String producer = scanner.quoted();
            scanner.expect("class");
            String className = scanner.quoted();
            scanner.expect("name");
            String name = scanner.quoted();
            scanner.expect("numerics");
            Numerics numerics = Numerics.valueOf(scanner.word());
            Map<String, ValueType> inputs = values("input");
            Map<String, ValueType> outputs = values("output");
            List<ProgramEntry> programs = new ArrayList<>();
            while (scanner.accept("program")) {
                programs.add(program());
            }
            Map<String, Checksum> entries = new LinkedHashMap<>();
            while (scanner.accept("entry")) {
                String entry = scanner.quoted();
                scanner.expect("bytes");
                long bytes = scanner.integer();
                scanner.expect("sha256");
                entries.put(entry, new Checksum(bytes, scanner.word()));
            }
            if (!scanner.atEnd()) {
                throw scanner.error("expected an entry");
            }
            return new Manifest(new ModelDescription(className, name, producer, numerics, inputs, outputs), programs,
                    entries);
        }

        private Map<String, ValueType> values(String kind) {
            Map<String, ValueType> values = new LinkedHashMap<>();
            while (scanner.accept(kind)) {
                String name = scanner.quoted();
                scanner.expect(":");
                values.put(name, GraphParser.type(scanner));
            }
            return values;
        }

        private ProgramEntry program() {
            String plan = scanner.quoted();
            scanner.expect("for");
            Target.Kind kind = Target.Kind.of(scanner.word());
            scanner.expect("lanes");
            int lanes = Math.toIntExact(scanner.integer());
            List<ValueType> inputs = new ArrayList<>();
            while (scanner.accept("with")) {
                inputs.add(GraphParser.type(scanner));
            }
            return new ProgramEntry(plan, new Target(kind, lanes), inputs);
        }
    }
}

package org.sardonyx.cli.inspect;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.jr.ob.JSON;

import org.sardonyx.cli.terminal.Printable;
import org.sardonyx.codegen.jvm.ClassListing;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.runtime.model.CompiledModel;
import org.sardonyx.runtime.model.ModelDescription;

/// Shows what is in a compiled model.
record CompiledReport(PrintWriter out, Path file, CompiledModel model) {
    private static final String KERNEL = "$Kernel";

    /// What it is, for what it was compiled, and how large its parts are.
    void print() throws IOException {
        ModelDescription description = model.description();
        line("model", file.toString());
        line("name", description.name());
        line("class", description.className());
        line("producer", description.producer());
        line("numerics", description.numerics().toString().toLowerCase(Locale.ROOT));
        description.inputs().forEach((name, type) -> line("input", name + ": " + type));
        description.outputs().forEach((name, type) -> line("output", name + ": " + type));
        model.programs().forEach(program -> line("program", program.target() + ", for " + text(program.inputs())));
        model.sizes().forEach((part, size) -> line(part, Figures.text(size.bytes()) + " bytes in " + size.entries()
                + (size.entries() == 1 ? " entry" : " entries")));
        line("file", Figures.text(Files.size(file)) + " bytes");
    }

    private static String text(Map<String, ValueType> types) {
        return String.join(", ",
                types.entrySet().stream().map(type -> type.getKey() + ": " + type.getValue()).toList());
    }

    private void line(String label, String text) {
        out.println(Printable.line(String.format("%-16s%s", label, text)));
    }

    void printJson() throws IOException {
        ModelDescription description = model.description();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("model", file.toString());
        report.put("name", description.name());
        report.put("class", description.className());
        report.put("producer", description.producer());
        report.put("numerics", description.numerics().toString());
        report.put("inputs", texts(description.inputs()));
        report.put("outputs", texts(description.outputs()));
        report.put("programs", model.programs().stream().map(program -> Map.of("target", program.target().kind().text(),
                "lanes", program.target().lanes(), "inputs", texts(program.inputs()))).toList());
        report.put("entries", model.entries());
        out.println(JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(report));
    }

    private static Map<String, String> texts(Map<String, ValueType> types) {
        Map<String, String> texts = new LinkedHashMap<>();
        types.forEach((name, type) -> texts.put(name, type.toString()));
        return texts;
    }

    void printGraph() {
        out.print(Printable.of(model.graph()));
    }

    /// The plan of each program, and the kernels as instructions of the virtual machine or in OpenCL C.
    void printKernels() {
        for (CompiledModel.CompiledProgram program : model.programs()) {
            out.println(Printable.line("# " + program.target() + ", for " + text(program.inputs())));
            out.print(Printable.of(new String(model.entry(program.plan()), StandardCharsets.UTF_8)));
        }
        List<String> kernels =
                model.entries().keySet().stream().filter(name -> name.contains(KERNEL) && name.endsWith(".class"))
                        .toList();
        for (String kernel : kernels) {
            out.println();
            out.println("# " + kernel);
            out.print(ClassListing.of(model.entry(kernel)));
        }
        model.entries().keySet().stream().filter(name -> name.endsWith(".cl")).forEach(name -> {
            out.println();
            out.println("# " + name);
            out.print(Printable.of(new String(model.entry(name), StandardCharsets.UTF_8)));
        });
    }
}

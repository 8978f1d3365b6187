package org.sardonyx.runtime.model;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.opencl.KernelSource;

/// A kernel in OpenCL C as the text of an entry: its parts, each after a comment that says what it is.
///
/// ```
/// //// function
/// void copy(..) { .. }
/// //// kernel
/// kernel void copy_1a2b3c(..) { .. }
/// ```
final class SourceText {
    private static final String FUNCTION = "//// function\n";
    private static final String KERNEL = "//// kernel\n";

    private SourceText() {}

    static String print(KernelSource source) {
        StringBuilder text = new StringBuilder();
        source.definitions().forEach(definition -> text.append(FUNCTION).append(part(definition)));
        return text.append(KERNEL).append(part(source.entry())).toString();
    }

    /// A part ends where the next one's comment begins.
    private static String part(String part) {
        if (part.contains("////") || !part.endsWith("\n")) {
            throw new IllegalStateException("no part of a kernel can be: " + part);
        }
        return part;
    }

    /// @throws ModelException if the text is not a kernel
    static KernelSource parse(String name, String text) {
        int kernel = text.indexOf(KERNEL);
        if (kernel < 0) {
            throw new ModelException("is no kernel: it has no line " + KERNEL.strip());
        }
        String functions = text.substring(0, kernel);
        List<String> definitions = new ArrayList<>();
        if (!functions.isEmpty()) {
            if (!functions.startsWith(FUNCTION)) {
                throw new ModelException("is no kernel: it does not begin with " + FUNCTION.strip());
            }
            definitions.addAll(List.of(functions.substring(FUNCTION.length()).split(FUNCTION, -1)));
        }
        return new KernelSource(name, definitions, text.substring(kernel + KERNEL.length()));
    }
}

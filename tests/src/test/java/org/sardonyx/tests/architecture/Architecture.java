package org.sardonyx.tests.architecture;

import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which module may name which, and which package may name which library.
///
/// A module is the package below `org.sardonyx`, so that the rules need class names only. A package means itself and the
/// packages below it.
final class Architecture {
    private static final String ROOT = "org.sardonyx";

    private static final Map<String, Set<String>> MODULES = Map.of(
            "ir", Set.of(),
            "frontend", Set.of("ir"),
            "passes", Set.of("ir"),
            "runtime", Set.of("ir"),
            "codegen", Set.of("ir", "passes", "runtime"),
            "cli", Set.of("ir", "frontend", "passes", "runtime", "codegen"),
            "examples", Set.of("ir", "frontend"),
            "maven", Set.of(),
            "tests", Set.of("ir", "frontend", "passes", "runtime", "codegen", "cli", "examples"));

    /// Packages that only one package may name: libraries, an incubating API, and the generated classes of a file format.
    private static final Map<String, String> CONFINED = Map.ofEntries(
            Map.entry("ai.onnxruntime", "org.sardonyx.tests"),
            Map.entry("com.fasterxml.jackson.core", "org.sardonyx.frontend.weights"),
            Map.entry("com.fasterxml.jackson.jr", "org.sardonyx.cli"),
            Map.entry("com.google.protobuf", "org.sardonyx.frontend"),
            Map.entry("jdk.incubator.vector", "org.sardonyx.runtime.vector"),
            Map.entry("jdk.jfr", "org.sardonyx"),
            Map.entry("me.tongfei.progressbar", "org.sardonyx.cli"),
            Map.entry("org.antlr", "org.sardonyx.frontend"),
            Map.entry("org.apache.maven", "org.sardonyx.maven"),
            Map.entry("org.jocl", "org.sardonyx.runtime.opencl"),
            Map.entry("org.sardonyx.frontend.onnx.proto", "org.sardonyx.frontend"),
            Map.entry("picocli", "org.sardonyx.cli"));

    private static final Set<String> FREE = Set.of("java", "javax", ROOT);

    private Architecture() {}

    /// Returns one line for each class that `model` names and may not name.
    static List<String> violations(ClassModel model) {
        String name = model.thisClass().asInternalName().replace('/', '.');
        var violations = new ArrayList<String>();
        for (String reference : ClassReferences.of(model)) {
            violation(name, reference).ifPresent(violations::add);
        }
        return violations;
    }

    /// Returns the reason why class `name` may not name class `reference`, or empty if it may.
    static Optional<String> violation(String name, String reference) {
        for (var rule : CONFINED.entrySet()) {
            if (isWithin(reference, rule.getKey())) {
                return isWithin(name, rule.getValue())
                        ? Optional.empty()
                        : Optional.of("%s names %s, which only %s may".formatted(name, reference, rule.getValue()));
            }
        }
        if (FREE.stream().noneMatch(prefix -> isWithin(reference, prefix))) {
            return Optional.of("%s names %s, of a library that no rule allows".formatted(name, reference));
        }
        if (!isWithin(reference, ROOT)) {
            return Optional.empty();
        }
        String from = module(name);
        String to = module(reference);
        if (!MODULES.containsKey(from)) {
            return Optional.of("%s is in module %s, which no rule knows".formatted(name, from));
        }
        return from.equals(to) || MODULES.get(from).contains(to)
                ? Optional.empty()
                : Optional.of("%s names %s, but %s may not import %s".formatted(name, reference, from, to));
    }

    private static String module(String className) {
        return className.substring(ROOT.length() + 1).split("\\.", 2)[0];
    }

    private static boolean isWithin(String className, String packageName) {
        return className.startsWith(packageName + ".");
    }
}

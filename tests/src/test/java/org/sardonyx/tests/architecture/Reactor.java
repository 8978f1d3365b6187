package org.sardonyx.tests.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the modules of this build, their sources and their class files.
///
/// @param root the folder of the parent pom
/// @param modules folders below the root, such as `examples/digits`
record Reactor(Path root, List<String> modules) {
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");

    /// Climbs from the current folder, which is the module's folder or the root, to the parent pom.
    static Reactor find() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("tests/pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("not inside the build: " + Path.of("").toAbsolutePath());
            }
        }
        String pom = Files.readString(folder.resolve("pom.xml"));
        return new Reactor(folder, MODULE.matcher(pom).results().map(match -> match.group(1)).toList());
    }

    /// Returns the class files of the main code of a module; `tests` has none.
    List<Path> classFiles(String module) throws IOException {
        return filesBelow(module, "target/classes", ".class");
    }

    /// Returns the sources that are written by hand, main code and tests.
    List<Path> sourceFiles(String module) throws IOException {
        return filesBelow(module, "src", ".java");
    }

    private List<Path> filesBelow(String module, String folder, String suffix) throws IOException {
        Path start = root.resolve(module, folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (var files = Files.walk(start)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }
}

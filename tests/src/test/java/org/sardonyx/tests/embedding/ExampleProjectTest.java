package org.sardonyx.tests.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Builds and runs the project in examples/classifier as its user does: by Maven, with the artifacts of this build in a repository.
/// That is a temporary one; what else it needs comes from the repository of this machine, which it treats as a remote one.
class ExampleProjectTest {
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final Map<String, String> MODULES = Map.of("ir", "sardonyx-ir", "frontend", "sardonyx-frontend",
            "passes", "sardonyx-passes", "runtime", "sardonyx-runtime", "codegen", "sardonyx-codegen", "cli",
            "sardonyx-cli", "maven-plugin", "sardonyx-maven-plugin");

    @TempDir
    private Path folder;

    private static Path jar(String module) {
        return Path.of(module, "target",
                module.equals("cli") ? "sardonyx.jar" : MODULES.get(module) + "-" + VERSION + ".jar");
    }

    /// Puts an artifact where Maven looks for it.
    private void install(String artifact, Path pom, Path jar) throws IOException {
        Path target =
                Files.createDirectories(folder.resolve("repository/org/sardonyx").resolve(artifact).resolve(VERSION));
        Files.copy(pom, target.resolve(artifact + "-" + VERSION + ".pom"));
        if (jar != null) {
            Files.copy(jar, target.resolve(artifact + "-" + VERSION + ".jar"));
        }
    }

    private String run(Path directory, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    private static boolean hasMaven() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "mvn")));
    }

    @Test
    void tellsTenDigits() throws IOException, InterruptedException {
        Path local = Path.of(System.getProperty("maven.repo.local",
                Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));
        assumeTrue(hasMaven() && Files.isDirectory(local), "no Maven on the path, or no repository of it");
        assumeTrue(MODULES.keySet().stream().allMatch(module -> Files.exists(jar(module))),
                "the modules are not packaged");
        install("sardonyx-parent", Path.of("pom.xml"), null);
        for (Map.Entry<String, String> module : MODULES.entrySet()) {
            install(module.getValue(), Path.of(module.getKey(), "pom.xml"), jar(module.getKey()));
        }
        Files.writeString(folder.resolve("settings.xml"), """
                <settings>
                  <mirrors>
                    <mirror><id>machine</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(local.toUri()));
        copy(Path.of("examples/classifier/src"), folder.resolve("examples/classifier/src"));
        Files.copy(Path.of("examples/classifier/pom.xml"), folder.resolve("examples/classifier/pom.xml"));
        copy(Path.of("examples/digits"), folder.resolve("examples/digits"));
        Path project = folder.resolve("examples/classifier");
        run(project, List.of("mvn", "-B", "-q", "-s", folder.resolve("settings.xml").toString(),
                "-Dmaven.repo.local=" + folder.resolve("repository"), "package"));
        try (Stream<Path> libraries = Files.list(project.resolve("target/lib"))) {
            assertEquals(List.of("sardonyx-ir-" + VERSION + ".jar", "sardonyx-runtime-" + VERSION + ".jar"),
                    libraries.map(library -> library.getFileName().toString())
                            .filter(name -> name.startsWith("sardonyx")).sorted().toList());
        }
        List<String> command =
                new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules", "jdk.incubator.vector", "-jar",
                        project.resolve("target/classifier.jar").toString()));
        IntStream.range(0, 10).forEach(digit -> command.add(digit + ".png"));
        List<String> lines = run(folder.resolve("examples/digits"), command).lines()
                .filter(line -> !line.startsWith("WARNING")).toList();
        assertEquals(10, lines.size(), lines.toString());
        for (int digit = 0; digit < 10; digit++) {
            assertTrue(lines.get(digit).startsWith(digit + ".png: " + digit + " ("), lines.get(digit));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.toString().contains("target"))
                    .toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}

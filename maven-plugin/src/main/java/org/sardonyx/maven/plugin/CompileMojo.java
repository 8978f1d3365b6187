package org.sardonyx.maven.plugin;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import javax.inject.Inject;

import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Compiles a model into the classes of the project, before its Java sources are compiled, which may use the class that stands for
 * the model.
 */
@Mojo(name = "compile", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
public final class CompileMojo extends AbstractMojo {
    private static final String MAIN = "org.sardonyx.cli.Main";

    /** The model: a file .onnx, .onnxtxt or .net. */
    @Parameter(required = true)
    private File model;

    /** The class that stands for the model, such as com.example.ResNet50. */
    @Parameter(required = true)
    private String className;

    /** Shapes of inputs, as the option --shape of the command: image=1,3,224,224. */
    @Parameter
    private List<String> shapes = new ArrayList<>();

    /** The lengths of the vectors to compile for, in floats: 1, 4, 8 or 16; those of this machine if none is given. */
    @Parameter
    private List<Integer> lanes = new ArrayList<>();

    /** What to compile for, as the option --target of the command: jvm, opencl. */
    @Parameter
    private List<String> targets = new ArrayList<>();

    /** Either fast or strict. */
    @Parameter(defaultValue = "fast")
    private String numerics;

    /** Where classes and weights go. */
    @Parameter(defaultValue = "${project.build.outputDirectory}", required = true)
    private File outputDirectory;

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
    private List<Artifact> pluginArtifacts;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    private final ToolchainManager toolchains;

    @Inject
    CompileMojo(ToolchainManager toolchains) {
        this.toolchains = toolchains;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            Files.createDirectories(outputDirectory.toPath());
            run(command());
        } catch (IOException e) {
            throw new MojoExecutionException("the compiler of models cannot be started: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("interrupted while a model was compiled", e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(List.of("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC", "-cp", pluginArtifacts.stream().map(artifact -> artifact.getFile().getPath())
                        .collect(Collectors.joining(File.pathSeparator)),
                MAIN));
        command.addAll(List.of("compile", model.getPath(), "-o", outputDirectory.getPath(), "--class", className,
                "--numerics", numerics));
        for (String shape : shapes) {
            command.addAll(List.of("--shape", shape));
        }
        if (!targets.isEmpty()) {
            command.addAll(List.of("--target", String.join(",", targets)));
        }
        if (!lanes.isEmpty()) {
            command.addAll(List.of("--lanes", lanes.stream().map(String::valueOf).collect(Collectors.joining(","))));
        }
        return command;
    }

    /** That of the project's toolchain, else the one that Maven runs on. */
    private String java() {
        Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
        String found = toolchain == null ? null : toolchain.findTool("java");
        return found != null ? found : Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private void run(List<String> command) throws IOException, InterruptedException, MojoFailureException {
        getLog().debug(String.join(" ", command));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("WARNING: Using incubator modules")).forEach(line -> {
                lines.add(line);
                getLog().info(line);
            });
        }
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new MojoFailureException(model + " cannot be compiled: "
                    + (lines.isEmpty() ? "exit code " + exitCode : lines.get(lines.size() - 1)));
        }
    }
}

package org.sardonyx.cli.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.cli.CommandRun;
import org.sardonyx.runtime.model.CompiledModel;

class CompileCommandTest {
    private static final String NET = """
            network small
            input x: float[N, 3, 8, 8]

            conv 4 3 p1 relu
            output z
            """;

    @TempDir
    private Path folder;
    private final CommandRun command = new CommandRun();
    private Path model;
    private Path jar;

    @BeforeEach
    void writeModel() throws IOException {
        model = Files.writeString(folder.resolve("small.net"), NET);
        jar = folder.resolve("small-net.jar");
    }

    private void compile(String... more) {
        String[] arguments = new String[4 + more.length];
        System.arraycopy(new String[] {"compile", model.toString(), "-o", jar.toString()}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        assertEquals(0, command.run(arguments), command.err());
    }

    private void assertRefused(String message, String... arguments) {
        assertEquals(2, command.run(arguments), command.out());
        assertEquals("sardonyx: " + message + "\n", command.err());
    }

    @Test
    void tellsWhatItWrote() throws IOException {
        compile("--shape", "N=1", "--shape", "N=3", "--lanes", "1,8");
        String out = command.out().replaceAll("(?m)^time .*\n", "").replaceAll("(?m)^kernels .*\n", "");
        assertEquals("""
                class   models.SmallNet
                program jvm, without vectors, for x: float32[1, 3, 8, 8]
                program jvm, without vectors, for x: float32[3, 3, 8, 8]
                program jvm, vectors of 8 floats, for x: float32[1, 3, 8, 8]
                program jvm, vectors of 8 floats, for x: float32[3, 3, 8, 8]
                jar     %s, 0.0 MiB
                """.formatted(jar), out);
        assertEquals(4, CompiledModel.open(jar).programs().size());
    }

    @Test
    void compiledModelsAreRunBenchedAndInspected() {
        compile("--class", "com.example.Small", "--numerics", "strict", "--lanes", "1");
        assertEquals(0, command.run("run", jar.toString()), command.err());
        String compiled = command.out().lines().filter(line -> line.startsWith("output")).findFirst().orElseThrow();
        assertEquals(0, command.run("run", model.toString(), "--numerics", "strict"), command.err());
        assertTrue(compiled.startsWith("output  z: float32[1, 4, 8, 8], min 0, max "), compiled);
        assertEquals(0, command.run("bench", jar.toString(), "--runs", "2", "--json"), command.err());
        assertTrue(command.out().contains("\"" + jar + "\""), command.out());
        assertEquals(0, command.run("inspect", jar.toString()), command.err());
        assertTrue(command.out().contains("class           com.example.Small\n"), command.out());
        assertTrue(command.out().contains("numerics        strict\n"), command.out());
        assertTrue(command.out().contains("program         jvm, without vectors, for x: float32[1, 3, 8, 8]\n"),
                command.out());
        assertEquals(0, command.run("inspect", jar.toString(), "--graph"), command.err());
        assertTrue(command.out().startsWith("graph \"small\"(%x0: float32[N, 3, 8, 8] = \"x\")"), command.out());
        assertEquals(0, command.run("inspect", jar.toString(), "--kernels"), command.err());
        assertTrue(command.out().contains("program \"small\" {\n"), command.out());
        assertTrue(command.out().contains("# com/example/Small$Kernel0.class\n"), command.out());
        assertEquals(0, command.run("inspect", jar.toString(), "--json"), command.err());
        assertTrue(command.out().contains("\"class\" : \"com.example.Small\""), command.out());
        assertRefused(jar + ": is compiled; --depth, --shape, --passes and --explain are for models that are not",
                "inspect",
                jar.toString(), "--depth", "1");
        assertRefused(jar + ": has no kernels for the device 'interpreter', only for jvm", "run", jar.toString(),
                "--device", "interpreter");
    }

    @Test
    void numericsThatNoCompiledModelHasAreTold() {
        compile("--target", "opencl-gpu", "--shape", "x=1,3,8,8", "--numerics", "tf32");
        assertTrue(command.out().contains(
                "\nnote    --numerics tf32 is taken as 'fast': compiled models have kernels for any GPU\n"),
                command.out());
    }

    @Test
    void wrongOptionsAreRefused() {
        assertRefused("--target: 'cuda' is nothing to compile for; there are jvm, opencl-processor, opencl-gpu",
                "compile",
                model.toString(), "-o", jar.toString(), "--target", "jvm,cuda");
        assertRefused("--lanes 3: expected 1, 4, 8 or 16", "compile", model.toString(), "-o", jar.toString(), "--lanes",
                "3");
        assertRefused("'Small' is not the name of a class in a package, such as com.example.ResNet50", "compile",
                model.toString(), "-o", jar.toString(), "--class", "Small");
        assertRefused(
                folder.resolve("none/a.jar") + ": cannot be written: there is no folder " + folder.resolve("none"),
                "compile", model.toString(), "-o", folder.resolve("none/a.jar").toString());
        assertTrue(Files.notExists(jar));
    }
}

package org.sardonyx.cli.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.cli.CommandRun;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.text.LoopParser;

class KernelReportTest {
    @TempDir
    private Path folder;

    private final CommandRun sardonyx = new CommandRun();
    private String model;

    /// The largest elements' places are found on the host.
    @BeforeEach
    void writeModel() throws Exception {
        model = Files.writeString(folder.resolve("network.net"), """
                network small
                input x: float[N, 40]
                linear 24 relu
                values, places = TopK(here, [2]) axis=1
                values * 2
                """).toString();
    }

    private List<String> inspect(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "inspect";
        arguments[1] = model;
        System.arraycopy(options, 0, arguments, 2, options.length);
        assertEquals(0, sardonyx.run(arguments), sardonyx.err());
        return sardonyx.out().lines().toList();
    }

    @Test
    void tellsHowMuchIsCompiledAndWhatMemoryItTakes() {
        List<String> lines = inspect("--kernels", "--shape", "N=3");
        assertEquals("steps           3: 2 compiled, 1 on the host", lines.get(0));
        assertEquals("input           x: float32[3, 40], input 0", lines.get(2));
        List<String> labels = lines.subList(0, lines.indexOf("")).stream().map(line -> line.substring(0, 16).strip())
                .toList();
        assertEquals(List.of("steps", "kernels", "input", "output", "weights", "arena", "lower bound",
                "without sharing", "each thread"), labels);
        assertTrue(lines.get(5).matches("arena +[\\d,]+ bytes for 2 buffers"), lines.get(5));
    }

    @Test
    void tellsWhatEachStepTakesAndGives() {
        List<String> lines = inspect("--kernels", "--shape", "N=3");
        int product = lines.indexOf("step 0: node 'linear1' (Gemm-13)");
        assertEquals("    2,880 multiply-adds", lines.get(product + 1));
        assertTrue(
                lines.get(product + 2)
                        .matches("    extent \\d+, at most \\d+ threads?, tile 1x\\d for 1x1x3x24 of 1x1x40"),
                lines.get(product + 2));
        assertTrue(
                lines.get(product + 3).matches("    kernel 0 product\\w+: x = input 0, w = constant \\d, s = thread 0"),
                lines.get(product + 3));
        int host = lines.indexOf("    on the host: topK");
        assertTrue(lines.get(host - 1).startsWith("step 1: "), lines.get(host - 1));
        assertTrue(lines.get(host + 1).matches("    takes arena 0: float32\\[3, 24], constant \\d: int64\\[1?]"),
                lines.get(host + 1));
        assertTrue(lines.get(host + 2).matches("    gives arena \\d+: float32\\[3, 2], host 0: int64\\[3, 2]"),
                lines.get(host + 2));
    }

    @Test
    void printsEachKernelInTheLanguageOfLoopsAndAsInstructions() {
        inspect("--kernels", "--shape", "N=3");
        String[] kernels = sardonyx.out().split("\n# ");
        assertEquals("kernels         " + (kernels.length - 1), kernels[0].lines().toList().get(1));
        for (int i = 1; i < kernels.length; i++) {
            String title = kernels[i].lines().findFirst().orElseThrow();
            int instructions = kernels[i].indexOf("\n\nclass ");
            LoopKernel kernel = LoopParser.parse(kernels[i].substring(title.length(), instructions));
            assertTrue(title.matches("kernel " + (i - 1) + " " + kernel.name() + ", in \\d+ steps?"), title);
            assertTrue(kernels[i].substring(instructions).contains("  run(MemorySegment[],long[],long,long)void\n"),
                    title);
        }
    }

    @Test
    void sizesMustBeFixed() {
        assertEquals(2, sardonyx.run("inspect", model, "--kernels"));
        assertEquals(
                "sardonyx: --kernels: kernels are made for fixed sizes, and input 'x' is a float32[N, 40]; --shape gives "
                        + "sizes\n",
                sardonyx.err());
        assertEquals(2, sardonyx.run("inspect", model, "--kernels", "--graph"));
        assertEquals(2, sardonyx.run("inspect", folder.resolve("no.onnx").toString(), "--kernels"));
    }
}

package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.opencl.KernelSource;

/// What is rendered for GPUs with tensor cores is taken by clang, which makes PTX of it, and that by NVIDIA's assembler, for two
/// generations; each as far as it is installed.
class PtxTest {
    private static final List<String> CLANGS =
            List.of("clang", "clang-21", "clang-20", "clang-19", "clang-18", "clang-17", "clang-16", "clang-15");
    private static final List<String> NETWORKS = List.of("lenet5", "squeezenet-1.1");

    @TempDir
    private Path folder;

    private static Optional<String> found(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(part -> Path.of(part, program))
                .filter(Files::isExecutable).map(Path::toString).findFirst();
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        int code = process.waitFor();
        String text = Files.readString(log);
        assertEquals(0, code, () -> String.join(" ", command) + "\n" + text);
        return text;
    }

    private Optional<String> clang() throws IOException, InterruptedException {
        for (String name : CLANGS) {
            Optional<String> clang = found(name);
            if (clang.isPresent() && run(List.of(clang.get(), "--print-targets")).contains("nvptx64")) {
                return clang;
            }
        }
        return Optional.empty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STRICT")
    void isAssembled(Numerics numerics) throws IOException, InterruptedException {
        Optional<String> clang = clang();
        assumeTrue(clang.isPresent(), "there is no clang that makes PTX");
        List<KernelSource> kernels = new ArrayList<>();
        for (String network : NETWORKS) {
            kernels.addAll(OpenClSourcesTest.sources(network, OpenClSourcesTest.TENSOR_CORES, numerics));
        }
        Path source = folder.resolve("kernels.cl");
        Path ptx = folder.resolve("kernels.ptx");
        Files.writeString(source, KernelSource.program(kernels.stream().distinct().toList()));
        run(List.of(clang.get(), "-x", "cl", "-cl-std=CL1.2", "--target=nvptx64-nvidia-cuda", "-Xclang", "-target-cpu",
                "-Xclang", "sm_80", "-Xclang", "-target-feature", "-Xclang", "+ptx70", "-Xclang",
                "-finclude-default-header", "-O1", "-S", source.toString(), "-o", ptx.toString()));
        long products = Pattern.compile("mma\\.sync\\.aligned").matcher(Files.readString(ptx)).results().count();
        assertEquals(numerics == Numerics.TF32 || numerics == Numerics.HALF, products > 0);
        Optional<String> assembler = found("ptxas");
        assumeTrue(assembler.isPresent(), "clang took it; there is no ptxas to assemble it");
        for (String generation : List.of("sm_80", "sm_90")) {
            Path code = folder.resolve(generation);
            run(List.of(assembler.get(), "-c", "-O1", "-arch=" + generation, ptx.toString(), "-o", code.toString()));
            assertTrue(Files.size(code) > 0);
        }
    }
}

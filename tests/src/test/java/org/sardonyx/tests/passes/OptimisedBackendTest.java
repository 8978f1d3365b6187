package org.sardonyx.tests.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import org.sardonyx.cli.conform.CaseResult;
import org.sardonyx.cli.conform.ConformanceSuite;
import org.sardonyx.cli.conform.ExpectedFailures;
import org.sardonyx.cli.conform.SuiteRunner;

/// The ONNX backend suite, in the folder that `ONNX_BACKEND_DATA` names, passes as well after the passes as before.
@EnabledIfEnvironmentVariable(
        named = "ONNX_BACKEND_DATA",
        matches = ".+",
        disabledReason = "it is to name the folder of the ONNX backend suite, with the folders node and so on in it")
class OptimisedBackendTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void passesWhatTheInterpreterPasses() throws URISyntaxException {
        Path data = Path.of(System.getenv("ONNX_BACKEND_DATA"));
        List<Path> folders = Stream.of("node", "simple", "pytorch-converted", "pytorch-operator")
                .map(data::resolve).toList();
        SuiteRunner runner =
                new SuiteRunner(new OptimisingDevice(), Runtime.getRuntime().availableProcessors(), LIMIT);
        Set<String> failed = runner.run(ConformanceSuite.find(folders).cases(), _ -> {}).stream()
                .filter(result -> !result.passed()).map(CaseResult::name)
                .collect(Collectors.toCollection(TreeSet::new));
        ExpectedFailures known = ExpectedFailures.read(Path.of(OptimisedBackendTest.class
                .getResource("/org/sardonyx/tests/conformance/known-failures.tsv").toURI()));
        assertEquals(new TreeSet<>(known.reasons().keySet()), failed);
    }
}

package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.cli.conform.CaseResult;
import org.sardonyx.cli.conform.ConformanceSuite;
import org.sardonyx.cli.conform.ExpectedFailures;
import org.sardonyx.cli.conform.InputForm;
import org.sardonyx.cli.conform.SuiteRunner;
import org.sardonyx.tests.TestDevices;

/// The ONNX backend suite, in the folder that `ONNX_BACKEND_DATA` names, passes as well when it is compiled as on the
/// interpreter, whatever the compiler knows of the inputs.
@EnabledIfEnvironmentVariable(
        named = "ONNX_BACKEND_DATA",
        matches = ".+",
        disabledReason = "it is to name the folder of the ONNX backend suite, with the folders node and so on in it")
class CompiledBackendTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final List<String> OPERATORS = List.of("node", "simple", "pytorch-converted", "pytorch-operator");
    @ParameterizedTest
    @MethodSource("org.sardonyx.tests.TestDevices#compiling")
    void asGiven(String device) throws URISyntaxException {
        check(device, InputForm.GIVEN, Stream.concat(OPERATORS.stream(), Stream.of("light")), "known-failures.tsv");
    }

    @ParameterizedTest
    @MethodSource("org.sardonyx.tests.TestDevices#compiling")
    void withoutSizes(String device) throws URISyntaxException {
        check(device, InputForm.SYMBOLIC, OPERATORS.stream(), "known-failures.tsv", "known-failures-symbolic.tsv");
    }

    @ParameterizedTest
    @MethodSource("org.sardonyx.tests.TestDevices#compiling")
    void asConstants(String device) throws URISyntaxException {
        check(device, InputForm.CONSTANT, OPERATORS.stream(), "known-failures.tsv");
    }

    private static void check(String device, InputForm form, Stream<String> suites, String... lists)
            throws URISyntaxException {
        Map<String, String> known = new LinkedHashMap<>();
        for (String list : lists) {
            Path file = Path.of(
                    CompiledBackendTest.class.getResource("/org/sardonyx/tests/conformance/" + list).toURI());
            known.putAll(ExpectedFailures.read(file).reasons());
        }
        Path data = Path.of(System.getenv("ONNX_BACKEND_DATA"));
        SuiteRunner runner =
                new SuiteRunner(TestDevices.get(device), form, Runtime.getRuntime().availableProcessors(), LIMIT);
        List<CaseResult> results =
                runner.run(ConformanceSuite.find(suites.map(data::resolve).toList()).cases(), _ -> {});
        assertEquals(List.of(), new ExpectedFailures(known).differences(results));
    }
}

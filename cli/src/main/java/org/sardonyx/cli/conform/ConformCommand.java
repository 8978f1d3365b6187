package org.sardonyx.cli.conform;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sardonyx.cli.terminal.Printable;
import org.sardonyx.cli.terminal.Progress;
import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.Devices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sardonyx conform`: runs models on inputs whose outputs are known and compares.
@Command(
        name = "conform",
        description = {
            "Runs models on inputs whose outputs are known, and compares.",
            "",
            "A case is a folder with a model.onnx and, in folders test_data_set_N, files input_K.pb and output_K.pb, as "
                    + "in the ONNX backend suite. A data.json beside the model may give the numbers rtol and atol. Shapes "
                    + "and element types must be equal, numbers satisfy |got - want| <= atol + rtol * |want| with rtol "
                    + "1e-3 and atol 1e-7 unless the case says otherwise. Of outputs that hang on random numbers, only "
                    + "type and shape must be as expected; the report says where that was so.",
            ""},
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all cases passed, or exactly those in the --expect list failed",
            "1:a comparison failed",
            "2:bad input: no such folder, no cases in it, unknown device, bad option"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  sardonyx conform onnx-backend/node onnx-backend/simple",
            "  sardonyx conform onnx-backend/node/test_relu",
            "  sardonyx conform onnx-backend/node --device jvm --inputs symbolic",
            "  sardonyx conform onnx-backend --report results.tsv --expect known-failures.tsv"})
public final class ConformCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "A case, a suite of cases, or a folder of suites.")
    private List<Path> folders;

    @Option(names = "--device", paramLabel = "D", defaultValue = "auto",
            description = "Where to run; `sardonyx devices` lists them (default: ${DEFAULT-VALUE}).")
    private String device;

    @Option(names = "--inputs", paramLabel = "FORM", defaultValue = "given",
            description = "What the device knows of the inputs when it gets a model: what the model says (given), no sizes "
                    + "(symbolic), or everything, tensors being constants of the model (constant). Default: "
                    + "${DEFAULT-VALUE}.")
    private String inputs;

    @Option(names = "--report", paramLabel = "FILE.tsv",
            description = "Write a table with a row for each case: name, pass or fail, reason, largest absolute and "
                    + "relative error, largest distance in units in the last place, milliseconds.")
    private Optional<Path> report;

    @Option(names = "--expect", paramLabel = "FILE",
            description = "Known failures, a line with name, tab and reason each ('#' starts a comment); any difference "
                    + "from the list, in either direction, is told and makes the exit code 1.")
    private Optional<Path> expect;

    @Option(names = "--jobs", paramLabel = "N",
            description = "How many cases run at a time (default: one for each processor).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--limit", paramLabel = "SECONDS", defaultValue = "600",
            description = "How long one case may take before it has failed (default: ${DEFAULT-VALUE}).")
    private long limit;

    @Override
    public Integer call() throws IOException {
        SuiteRunner runner = new SuiteRunner(Devices.available().choose(device).device(), InputForm.named(inputs), jobs,
                Duration.ofSeconds(limit));
        Optional<ExpectedFailures> expected = expect.map(ExpectedFailures::read);
        List<ConformanceCase> cases = ConformanceSuite.find(folders).cases();
        List<CaseResult> results = report.isPresent() ? runWithReport(runner, cases) : run(runner, cases);
        PrintWriter out = spec.commandLine().getOut();
        List<String> complaints = expected.map(list -> list.differences(results)).orElseGet(() -> failures(results));
        if (expected.isPresent() || report.isEmpty()) {
            complaints.forEach(complaint -> out.println(Printable.line(complaint)));
        }
        long passed = results.stream().filter(CaseResult::passed).count();
        out.println(passed + " passed, " + (results.size() - passed) + " failed");
        out.flush();
        return complaints.isEmpty() ? 0 : 1;
    }

    /// The file is opened before the run: if it cannot be written, that shows at once.
    private List<CaseResult> runWithReport(SuiteRunner runner, List<ConformanceCase> cases) throws IOException {
        try (Writer table = open(report.orElseThrow())) {
            List<CaseResult> results = run(runner, cases);
            Report.write(results, table);
            return results;
        }
    }

    private static Writer open(Path file) {
        try {
            return Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new ModelException(file + ": the report cannot be written there: " + e, e);
        }
    }

    private static List<CaseResult> run(SuiteRunner runner, List<ConformanceCase> cases) {
        try (Progress progress = Progress.start("conform", cases.size())) {
            return runner.run(cases, _ -> progress.step());
        }
    }

    private static List<String> failures(List<CaseResult> results) {
        return results.stream().filter(result -> !result.passed())
                .map(result -> "failed: " + result.name() + ": " + Report.oneLine(result.reason())).toList();
    }
}

package org.sardonyx.cli.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sardonyx.ir.ModelException;

/// Cases found in folders that are laid out as the ONNX backend suite is.
///
/// A case is a folder with a file `model.onnx` and folders `test_data_set_N`, each with files `input_K.pb` and
/// `output_K.pb`, and perhaps a file `data.json` with its tolerance; or it is a file of the suite's folder `light`.
///
/// @param cases in the order of the folders given, in each by name
/// @see <a href="https://onnx.ai/onnx/repo-docs/OnnxBackendTest.html">ONNX: backend test</a>
public record ConformanceSuite(List<ConformanceCase> cases) {
    private static final String MODEL = "model.onnx";
    private static final Pattern DATA_SET = Pattern.compile("test_data_set_(\\d{1,9})");
    /// A folder of suites, a suite, a case.
    private static final int DEEPEST = 3;

    public ConformanceSuite {
        cases = List.copyOf(cases);
    }

    /// Finds the cases in folders, each of which is a case, a suite of cases, or holds suites. A case is named after its
    /// folder; where two have one name, the folder around each is put before it.
    ///
    /// @throws ModelException if a folder cannot be read or holds no case
    public static ConformanceSuite find(List<Path> folders) {
        Map<Path, ConformanceCase> found = new LinkedHashMap<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new ModelException(folder + (Files.exists(folder) ? " is not a folder" : ": no such folder"));
            }
            List<ConformanceCase> cases = new ArrayList<>();
            collect(folder.toAbsolutePath().normalize(), 1, cases);
            if (cases.isEmpty()) {
                throw new ModelException(folder + ": no cases found; a case is a folder with a " + MODEL
                        + " and folders test_data_set_0, test_data_set_1 ... in it");
            }
            cases.forEach(test -> found.put(test.model(), test));
        }
        return new ConformanceSuite(withDistinctNames(List.copyOf(found.values())));
    }

    private static void collect(Path folder, int depth, List<ConformanceCase> cases) {
        if (Files.exists(folder.resolve(MODEL))) {
            cases.add(caseIn(folder));
            return;
        }
        for (Path child : children(folder, _ -> true)) {
            if (Files.isDirectory(child)) {
                if (depth < DEEPEST) {
                    collect(child, depth + 1, cases);
                }
            } else {
                LightLayout.caseOf(child).ifPresent(cases::add);
            }
        }
    }

    private static ConformanceCase caseIn(Path folder) {
        List<DataSet> dataSets = new ArrayList<>();
        for (Path child : children(folder, name -> DATA_SET.matcher(name).matches())) {
            dataSets.add(new DataSet.Stored(child));
        }
        Path tolerance = folder.resolve("data.json");
        return new ConformanceCase(folder.getFileName().toString(), folder.resolve(MODEL), dataSets,
                Files.exists(tolerance) ? Tolerance.read(tolerance) : Tolerance.DEFAULT);
    }

    private static List<Path> children(Path folder, Predicate<String> name) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> name.test(child.getFileName().toString())).sorted().toList();
        } catch (IOException e) {
            throw new ModelException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<ConformanceCase> withDistinctNames(List<ConformanceCase> cases) {
        Map<String, Integer> uses = new LinkedHashMap<>();
        cases.forEach(test -> uses.merge(test.name(), 1, Integer::sum));
        return cases.stream().map(test -> uses.get(test.name()) == 1 ? test : withFolder(test)).toList();
    }

    private static ConformanceCase withFolder(ConformanceCase test) {
        Path around = test.model().getFileName().toString().equals(MODEL)
                ? test.model().getParent().getParent()
                : test.model().getParent();
        return new ConformanceCase(around.getFileName() + "/" + test.name(), test.model(), test.dataSets(),
                test.tolerance());
    }
}

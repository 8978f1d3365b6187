package org.sardonyx.cli.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sardonyx.ir.ModelException;

class ConformanceSuiteTest {
    private static final byte[] EMPTY = {};

    @TempDir
    private Path folder;

    private CaseFolder caseAt(String path) {
        return new CaseFolder(folder.resolve(path)).write("model.onnx", EMPTY)
                .write("test_data_set_0/input_0.pb", EMPTY);
    }

    private List<String> names(String... paths) {
        return find(paths).stream().map(ConformanceCase::name).toList();
    }

    private List<ConformanceCase> find(String... paths) {
        return ConformanceSuite.find(List.of(paths).stream().map(folder::resolve).toList()).cases();
    }

    private String problemOf(String path) {
        return assertThrows(ModelException.class, () -> find(path)).getMessage();
    }

    @Test
    void aFolderIsACaseOrASuiteOrHoldsSuites() {
        caseAt("node/test_b");
        caseAt("node/test_a");
        caseAt("simple/test_c");
        assertEquals(List.of("test_a"), names("node/test_a"));
        assertEquals(List.of("test_a", "test_b"), names("node"));
        assertEquals(List.of("test_a", "test_b", "test_c"), names(""));
        assertEquals(List.of("test_c", "test_a", "test_b"), names("simple", "node"));
    }

    @Test
    void aCaseGivenTwiceIsThereOnce() {
        caseAt("node/test_a");
        assertEquals(List.of("test_a"), names("node", "node/test_a", "node/../node"));
    }

    @Test
    void casesOfOneNameAreToldApartByTheirSuites() throws IOException {
        caseAt("node/test_a");
        caseAt("simple/test_a");
        caseAt("simple/test_b");
        Files.createDirectories(folder.resolve("light"));
        Files.write(folder.resolve("light/test_b.onnx"), EMPTY);
        Files.write(folder.resolve("light/test_b_output_0.pb"), EMPTY);
        assertEquals(List.of("light/test_b", "node/test_a", "simple/test_a", "simple/test_b"), names(""));
    }

    @Test
    void allDataSetsBelongToTheCase() {
        caseAt("test_a").write("test_data_set_1/input_0.pb", EMPTY).write("test_data_set_x/input_0.pb", EMPTY);
        Path home = folder.resolve("test_a");
        assertEquals(List.of(new DataSet.Stored(home.resolve("test_data_set_0")),
                new DataSet.Stored(home.resolve("test_data_set_1"))), find("test_a").getFirst().dataSets());
    }

    @Test
    void theToleranceIsTheCasesOwn() {
        caseAt("test_a").write("data.json", "{\"rtol\": 0.25}".getBytes(StandardCharsets.UTF_8));
        caseAt("test_b");
        assertEquals(List.of(new Tolerance(0.25, 1e-7), Tolerance.DEFAULT),
                find("").stream().map(ConformanceCase::tolerance).toList());
    }

    @Test
    void lightModelsHaveTheirOutputBesideThem() throws IOException {
        for (String name : List.of("light_a.onnx", "light_a_output_0.pb", "light_densenet121.onnx",
                "light_densenet121_output_0.pb", "light_lonely.onnx", "README.md")) {
            Files.write(folder.resolve(name), EMPTY);
        }
        assertEquals(List.of(
                new ConformanceCase("light_a", folder.resolve("light_a.onnx"),
                        List.of(new DataSet.Ramp(folder.resolve("light_a_output_0.pb"))), Tolerance.DEFAULT),
                new ConformanceCase("light_densenet121", folder.resolve("light_densenet121.onnx"),
                        List.of(new DataSet.Ramp(folder.resolve("light_densenet121_output_0.pb"))),
                        new Tolerance(2e-3, 1e-7))),
                find(""));
    }

    @Test
    void aFolderWithoutCasesIsTheUsersProblem() throws IOException {
        Files.createDirectories(folder.resolve("empty/deeper"));
        Files.write(folder.resolve("file"), EMPTY);
        caseAt("deep/a/b/test_c");
        String none = ": no cases found; a case is a folder with a model.onnx and folders test_data_set_0, "
                + "test_data_set_1 ... in it";
        assertEquals(folder.resolve("empty") + none, problemOf("empty"));
        assertEquals(folder.resolve("deep") + none, problemOf("deep"));
        assertEquals(folder.resolve("missing") + ": no such folder", problemOf("missing"));
        assertEquals(folder.resolve("file") + " is not a folder", problemOf("file"));
    }
}

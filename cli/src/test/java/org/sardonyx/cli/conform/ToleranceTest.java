package org.sardonyx.cli.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.ir.ModelException;

class ToleranceTest {
    @TempDir
    private Path folder;

    private Tolerance read(String text) throws IOException {
        return Tolerance.read(Files.writeString(folder.resolve("data.json"), text));
    }

    @Test
    void whatIsMissingIsTheDefault() throws IOException {
        assertEquals(new Tolerance(1e-3, 1e-7), Tolerance.DEFAULT);
        assertEquals(new Tolerance(0.5, 1e-7), read("{\"rtol\": 0.5}"));
        assertEquals(new Tolerance(1e-3, 2), read("{\"atol\": 2, \"model_name\": \"other\"}"));
        assertEquals(Tolerance.DEFAULT, read("{}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"rtol\": \"much\"}    | data.json: 'rtol' is much, expected a number",
        "{\"atol\": -1}          | data.json: the tolerance rtol 0.001, atol -1.0 is negative or no number",
        "{\"atol\": [1]}         | data.json: 'atol' is [1], expected a number",
        "{                       | data.json: cannot be read as a JSON object: ",
        "[1, 2]                  | data.json: cannot be read as a JSON object: ",
        "``                      | data.json: cannot be read as a JSON object: "})
    void aWrongFileIsTheUsersProblem(String text, String message) {
        var thrown = assertThrows(ModelException.class, () -> read(text));
        assertTrue(thrown.getMessage().startsWith(folder.resolve(message).toString()), thrown.getMessage());
    }

    @Test
    void deepNestingIsRefused() {
        assertThrows(ModelException.class, () -> read("{\"rtol\":".repeat(100_000)));
    }
}

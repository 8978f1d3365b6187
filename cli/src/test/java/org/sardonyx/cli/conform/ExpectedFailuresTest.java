package org.sardonyx.cli.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sardonyx.ir.ModelException;

class ExpectedFailuresTest {
    @TempDir
    private Path folder;

    private ExpectedFailures read(String text) throws IOException {
        return ExpectedFailures.read(Files.writeString(folder.resolve("known.tsv"), text));
    }

    private static CaseResult result(String name, boolean passed, String reason) {
        return new CaseResult(name, passed, reason, Errors.NONE, 1);
    }

    @Test
    void commentsAndEmptyLinesAreSkipped() throws IOException {
        assertEquals(Map.of("test_a", "no such codec", "test_b", "wrong data"),
                read("# a list\n\ntest_a\tno such codec\ntest_b\t wrong data \n").reasons());
    }

    @ParameterizedTest
    @ValueSource(strings = {"test_a", "test_a\t", "\treason", "test_a reason"})
    void aNameNeedsAReason(String line) {
        var thrown = assertThrows(ModelException.class, () -> read("# list\n" + line));
        assertEquals(
                folder.resolve("known.tsv") + ", line 2: found '" + line + "', expected a name, a tab and a reason",
                thrown.getMessage());
    }

    @Test
    void aNameStandsInItOnce() {
        var thrown = assertThrows(ModelException.class, () -> read("a\tone\na\ttwo"));
        assertEquals(folder.resolve("known.tsv") + ", line 2: 'a' is there twice", thrown.getMessage());
    }

    @Test
    void aMissingListIsTheUsersProblem() {
        assertThrows(ModelException.class, () -> ExpectedFailures.read(folder.resolve("missing.tsv")));
    }

    @Test
    void differencesInEitherDirectionAreTold() throws IOException {
        ExpectedFailures expected = read("fails\tknown\npasses\tonce failed\ngone\told");
        assertEquals(
                List.of("unexpected pass: passes (listed: once failed)", "unexpected failure: other: why; so",
                        "listed, but not run: gone"),
                expected.differences(List.of(result("fails", false, "for another reason"), result("passes", true, ""),
                        result("fine", true, ""), result("other", false, "why\nso"))));
    }

    @Test
    void exactlyTheListedFailuresAreNoDifference() throws IOException {
        assertEquals(List.of(), read("fails\tknown")
                .differences(List.of(result("fails", false, "known"), result("fine", true, ""))));
    }
}

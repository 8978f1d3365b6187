package org.sardonyx.tests.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.value.Tensor;

class ContestTest {
    private static Optional<String> disagreement(float ours, float theirs) {
        return Contest.disagreement(Map.of("y", Tensor.ofFloats(new long[] {2}, 1, ours)),
                Map.of("y", Tensor.ofFloats(new long[] {2}, 1, theirs)));
    }

    @Test
    void bothRunTheSameModelEquallyOften() throws IOException {
        Contest.Outcome outcome = new Contest("jvm", 2, OptionalInt.of(12)).hold("lenet5");
        assertEquals(Optional.empty(), outcome.disagreement());
        assertEquals(12, outcome.ours().runs());
        assertEquals(12, outcome.theirs().runs());
        assertEquals(outcome.theirs().median() / outcome.ours().median(), outcome.ratio());
        assertTrue(outcome.ratio() > 0);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000.9", "0, 0.000009", "-1000, -999.1", "0, -0.000009"})
    void whatIsCloseAgrees(float ours, float theirs) {
        assertEquals(Optional.empty(), disagreement(ours, theirs));
    }

    @ParameterizedTest
    @CsvSource({"1000, 1002", "0, 0.00002", "NaN, 1", "1, NaN", "Infinity, 1"})
    void whatIsNotCloseIsTold(float ours, float theirs) {
        assertEquals(Optional.of("output 'y'[1] is " + (double) ours + ", expected " + (double) theirs),
                disagreement(ours, theirs));
    }

    @Test
    void anOutputOfAnotherShapeIsTold() {
        Map<String, Tensor> theirs = Map.of("y", Tensor.ofFloats(new long[] {2}, 1, 2));
        assertEquals(Optional.of("output 'y' is missing, expected a float32[2]"),
                Contest.disagreement(Map.of(), theirs));
        assertEquals(Optional.of("output 'y' is a float32[1], expected a float32[2]"),
                Contest.disagreement(Map.of("y", Tensor.ofFloats(new long[] {1}, 1)), theirs));
    }

    @Test
    void firstResultsAreThoseOfNewProcesses() throws IOException {
        Contest.Outcome outcome = new Contest("jvm", 1, OptionalInt.empty()).first("examples/digits/lenet5.onnx");
        assertEquals(5, outcome.ours().runs());
        assertEquals(5, outcome.theirs().runs());
        // No virtual machine starts, loads a runtime and reads a model in a hundredth of a second.
        assertTrue(outcome.ours().minimum() > 1e7 && outcome.theirs().minimum() > 1e7);
    }

    @Test
    void aModelThatIsNotThereIsTold() {
        assertTrue(assertThrows(ModelException.class,
                () -> new Contest("jvm", 1, OptionalInt.of(1)).hold("no-such-network"))
                .getMessage().startsWith("no-such-network: there is no such file"));
    }
}

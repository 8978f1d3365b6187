package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.operator.TreeEnsemble.Aggregation;
import org.sardonyx.ir.operator.TreeEnsemble.Branch;
import org.sardonyx.ir.operator.TreeEnsemble.Child;
import org.sardonyx.ir.operator.TreeEnsemble.Leaf;
import org.sardonyx.ir.operator.TreeEnsemble.Question;

class TreeEnsembleTest {
    private static final List<Leaf> LEAVES = List.of(new Leaf(0, 1), new Leaf(1, 10));

    private static TreeEnsemble stump(Question question, boolean missingIsTrue, Aggregation aggregation, int... roots) {
        Branch branch =
                new Branch(question, 0, 2, List.of(2.0, 5.0), missingIsTrue, new Child(true, 0), new Child(true, 1));
        return new TreeEnsemble(List.of(branch), LEAVES, Arrays.stream(roots).boxed().toList(), aggregation, 2);
    }

    @ParameterizedTest
    @CsvSource({"LESS_OR_EQUAL, 1 0 1 0 0 10", "LESS, 1 0 0 10 0 10", "GREATER_OR_EQUAL, 0 10 1 0 1 0",
        "GREATER, 0 10 0 10 1 0",
        "EQUAL, 0 10 1 0 0 10", "NOT_EQUAL, 1 0 0 10 1 0", "MEMBER, 0 10 1 0 1 0"})
    void asksAFeature(Question question, String expected) {
        assertEquals("float32 3x2: " + expected, Literal.text(
                Applied.to(stump(question, false, Aggregation.SUM, 0), Literal.of("float32 3x1: 1 2 5"))));
    }

    @ParameterizedTest
    @CsvSource({"SUM, 2", "AVERAGE, 1", "MINIMUM, 1", "MAXIMUM, 1"})
    void combinesTrees(Aggregation aggregation, double expected) {
        assertEquals(expected,
                Applied.to(stump(Question.LESS, false, aggregation, 0, 0), Literal.of("float64 1x1: 0")).getDouble(0));
    }

    @Test
    void missingValuesGoWhereTheBranchSays() {
        assertEquals("float32 1x2: 1 0", Literal.text(
                Applied.to(stump(Question.LESS, true, Aggregation.SUM, 0), Literal.of("float32 1x1: NaN"))));
        assertEquals("float32 1x2: 0 10", Literal.text(
                Applied.to(stump(Question.LESS, false, Aggregation.SUM, 0), Literal.of("float32 1x1: NaN"))));
    }

    @Test
    void refusesBrokenTrees() {
        Branch circle = new Branch(Question.LESS, 0, 0, List.of(), false, new Child(false, 0), new Child(false, 0));
        assertTrue(Applied.refusal(new TreeEnsemble(List.of(circle), LEAVES, List.of(0), Aggregation.SUM, 2),
                Literal.of("float32 1x1: 1")).contains("go round in circles"));
        assertTrue(Applied.refusal(stump(Question.LESS, false, Aggregation.SUM, 0), Literal.of("float32 1x0:"))
                .contains("feature 0 of samples with 0"));
        assertEquals("root 1 of a tree ensemble, expected 0 to 0",
                assertThrows(ModelException.class, () -> stump(Question.LESS, false, Aggregation.SUM, 1)).getMessage());
        assertEquals("target 1 of a tree ensemble, expected 0 to 0", assertThrows(ModelException.class,
                () -> new TreeEnsemble(List.of(), LEAVES, List.of(), Aggregation.SUM, 1)).getMessage());
    }
}

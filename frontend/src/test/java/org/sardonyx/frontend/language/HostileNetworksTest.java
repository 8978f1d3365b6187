package org.sardonyx.frontend.language;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.sardonyx.ir.ModelException;

/// Programs that nobody would write.
class HostileNetworksTest {
    private static final List<String> PARTS = List.of("conv 8 3x3 p1", "conv out 1x1", "relu", "+ skip", "* 0.5",
            "* here",
            "skip = here", "skip = conv 8 1x1 s2", "concat(skip, relu)", "maxpool 2", "adaptiveavgpool 3", "flatten",
            "linear 10", "reshape 0 -1", "reshape 0 0 -1", "transpose 0 2 1", "a, b = Split(here) axis=1 num_outputs=2",
            "b", "unit 8", "unit channels", "unit (in / 2)", "let out = channels", "let out = 2 * out",
            "repeat out { relu }", "repeat 3 { concat(here, here) }", "if out > 8 {", "} else {", "}", "group g{out} {",
            "output y", "resize 1000000", "conv 99999999 3x3", "linear 999999999", "pad 2000000000", "maxout 1",
            "adaptivemaxpool 16", "parameter w: float[99999, 99999]", "MatMul(here, here)", "Loop(here)", "Constant",
            "Shape", "Expand(here, [99999999, 99999999])", "layernorm axis=0", "shuffle 2", "dropout 0.1 as same",
            "Tile(here, [9, 9, 9, 9])", "TopK(here, [3])", "Clip(, , )", "conv 8 3x3 p=[1]",
            "Range(0, 99999999999, 1)");

    @Provide
    Arbitrary<String> programs() {
        return Arbitraries.of(PARTS).list().ofMinSize(1).ofMaxSize(25).map(parts -> String.join("\n", parts));
    }

    @Property(tries = 2000, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void aProgramIsANetworkOrIsToldWhatIsWrong(@ForAll("programs") String program) {
        try {
            Programs.read(
                    "block unit out { conv out 3x3 p1 bn relu }\nnetwork any out=8\ninput x: float[N, 8, 16, 16]\n"
                            + program);
        } catch (ModelException e) {
            assertFalse(e.getMessage().isBlank());
        }
    }

    @Example
    void aTextThatIsTooLongIsRefused() {
        ModelException problem = assertThrows(ModelException.class, () -> Programs.read("relu\n".repeat(300_000)));
        assertTrue(problem.getMessage().contains("1500000 characters, at most 1048576 are read"), problem.getMessage());
    }

    @Example
    void aLongExpressionIsRead() {
        Programs.read("network long\ninput x: float[N, 8]\nlet n = 1" + " + 1".repeat(450) + "\nlinear n");
    }

    @Example
    void anEndlessStatementIsRefused() {
        for (String part : List.of("- ", "not ", "1 + ", "relu ", "[1], ", "min(1, 2) * ")) {
            ModelException problem = assertThrows(ModelException.class,
                    () -> Programs.read("network long\ninput x: float[N, 8]\nlet n = " + part.repeat(50_000)));
            assertTrue(problem.getMessage().contains("a statement has more than 1000 words"), problem.getMessage());
        }
    }

    @Example
    void deepNestingIsRefused() {
        ModelException problem =
                assertThrows(ModelException.class, () -> Programs.read("network deep\ninput x: float[N]\n"
                        + "repeat 2 { ".repeat(10_000)));
        assertTrue(problem.getMessage().contains("nested more than 64 deep"), problem.getMessage());
    }
}

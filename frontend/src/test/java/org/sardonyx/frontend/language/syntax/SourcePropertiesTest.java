package org.sardonyx.frontend.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.sardonyx.ir.ModelException;

class SourcePropertiesTest {
    private static final List<String> WORDS = List.of("conv", "relu", "+", "*", "skip", "=", "(", ")", "[", "]", "{",
            "}",
            "concat(", ",", "->", "as", "layer{i}", "group", "sequence", "repeat", "in", "if", "else", "let", "block",
            "network", "input", "output", "parameter", "import", "\"a\"", "3x3", "64", "1.5", "..", "==", "not", "or",
            "-",
            ":", "float[N, 3]", "\n", "\n", ";", "#", "?", "\u00e4", "\t", "init", "seed", "weights", "true");

    @Provide
    Arbitrary<List<Declaration>> programs() {
        return Syntax.declarations();
    }

    @Property(tries = 100, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void whatIsPrintedReadsAsTheSame(@ForAll("programs") List<Declaration> program) {
        String printed = SourcePrinter.print(program);
        Diagnostics diagnostics = new Diagnostics();
        SourceFile read = SourceParser.parse("printed", printed, diagnostics);
        diagnostics.throwIfAny();
        assertEquals(Syntax.withoutPlaces(program), Syntax.withoutPlaces(read.declarations()));
        assertEquals(printed, SourcePrinter.print(read.declarations()));
    }

    @Provide
    Arbitrary<String> garbage() {
        return Arbitraries.oneOf(Arbitraries.of(WORDS).list().ofMaxSize(60).map(words -> String.join(" ", words)),
                Arbitraries.strings().ofMaxLength(80));
    }

    @Property(tries = 500, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void garbageIsReadOrToldAbout(@ForAll("garbage") String text) {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile read = SourceParser.parse("garbage", text, diagnostics);
        try {
            diagnostics.throwIfAny();
            SourcePrinter.print(read.declarations());
        } catch (ModelException e) {
            assertTrue(e.getMessage().startsWith("garbage:"), e.getMessage());
        }
    }
}

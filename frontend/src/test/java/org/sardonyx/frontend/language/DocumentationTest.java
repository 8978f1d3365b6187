package org.sardonyx.frontend.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.ir.ModelException;

/// What the pages about the language show is what happens.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentationTest {
    private static final Path PAGES = Path.of("..", "docs");
    private static final Pattern FENCE = Pattern.compile("(?s)\n```(\\w*)\n(.*?)```");

    private record Mistake(String title, String program, String message) {
        @Override
        public String toString() {
            return title;
        }
    }

    private static List<MatchResult> fences(String page) throws IOException {
        return FENCE.matcher(Files.readString(PAGES.resolve(page))).results().toList();
    }

    Stream<Mistake> mistakes() throws IOException {
        List<MatchResult> fences = fences("language-mistakes.md");
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i + 1 < fences.size(); i += 2) {
            mistakes.add(new Mistake("program " + (i / 2 + 1), fences.get(i).group(2), fences.get(i + 1).group(2)));
        }
        return mistakes.stream();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aWrongProgramGetsTheMessagesOfThePage(Mistake mistake) {
        ModelException problem = assertThrows(ModelException.class, () -> Programs.read(mistake.program));
        assertEquals(mistake.message.strip(), problem.getMessage().replace("test.net", "wrong.net").strip());
    }

    @Test
    void thePageHasTenWrongPrograms() throws IOException {
        assertEquals(10, mistakes().count());
    }

    /// The programs of the page as they stand, its recipes after a line with an input.
    Stream<String> programs() throws IOException {
        return fences("language.md").stream().filter(fence -> fence.group(1).isEmpty()).map(fence -> fence.group(2))
                .filter(program -> !program.startsWith("file "))
                .map(program -> program.contains("\nnetwork ")
                        ? program
                        : "network recipe\ninput image: float[N, 32, 64, 64]\n" + program);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theProgramsOfThePageAreNetworks(String program) {
        assertEquals(1, Programs.read(program).graph().outputs().size());
    }

    @Test
    void thePageHasItsRecipes() throws IOException {
        assertEquals(6, programs().count());
    }
}

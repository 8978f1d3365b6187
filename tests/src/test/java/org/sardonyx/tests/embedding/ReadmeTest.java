package org.sardonyx.tests.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.cli.Main;

/// Holds the README to what is there.
class ReadmeTest {
    private static final int LONGEST = 170;
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
    private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d{4,}(E-?\\d+)?");
    private static final Pattern RUN = Pattern.compile("\\$ \\./sardonyx (.+)");

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(readme()).results().filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2)).toList();
    }

    static Stream<String> javaBlocks() throws IOException {
        return blocks("java").stream();
    }

    @Test
    void isShort() throws IOException {
        assertTrue(readme().lines().count() <= LONGEST, readme().lines().count() + " lines");
    }

    /// Without indentation.
    private static String flat(String code) {
        return String.join("\n", code.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    @ParameterizedTest
    @MethodSource("javaBlocks")
    void javaIsPartOfASource(String block) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                if (flat(Files.readString(file)).contains(flat(block))) {
                    return;
                }
            }
        }
        assertEquals("in a source", block);
    }

    /// Runs each command that is shown with its output. Times differ, and the last digits of numbers from machine to machine.
    @Test
    void commandsPrintWhatIsShown() throws IOException {
        List<String> shown = blocks("console").stream().filter(block -> RUN.matcher(block).lookingAt()).toList();
        assertFalse(shown.isEmpty());
        for (String block : shown) {
            String command = block.lines().findFirst().orElseThrow();
            StringWriter output = new StringWriter();
            int exitCode = Main.commandLine().setOut(new PrintWriter(output))
                    .execute(RUN.matcher(command).replaceFirst("$1").split(" "));
            assertEquals(0, exitCode);
            assertEquals(withoutTime(rounded(block)), withoutTime(rounded(command + "\n" + output)));
        }
    }

    private static String rounded(String output) {
        return NUMBER.matcher(output).replaceAll(number -> new BigDecimal(number.group())
                .round(new MathContext(4)).stripTrailingZeros().toString());
    }

    private static List<String> withoutTime(String output) {
        return output.lines().filter(line -> !line.startsWith("time ")).toList();
    }
}

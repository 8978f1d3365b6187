package org.sardonyx.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.ir.ModelException;

class MainTest {
    private final CommandRun main = new CommandRun();

    static Stream<String> commands() {
        return Main.commandLine().getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithExamples(String command) {
        assertEquals(0, main.run("help", command));
        assertTrue(main.out().contains("sardonyx " + command), main.out());
        if (!command.equals("help")) {
            assertTrue(main.out().contains("Examples:\n  sardonyx " + command), main.out());
            assertTrue(main.out().lines().allMatch(line -> line.length() <= 120), main.out());
        }
    }

    @Test
    void badUsageIsOneLineWithAHint() {
        assertEquals(2, main.run("device"));
        assertEquals("sardonyx: Unmatched argument at index 0: 'device'\nDid you mean: sardonyx devices?\n"
                + "See 'sardonyx --help'.\n", main.err());
    }

    @Test
    void withoutACommandOneIsAskedFor() {
        assertEquals(2, main.run());
        assertEquals("sardonyx: Missing command\nSee 'sardonyx --help'.\n", main.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version"})
    void tellsItsVersion(String option) {
        assertEquals(0, main.run(option));
        assertTrue(main.out().startsWith("sardonyx ("), main.out());
        assertTrue(main.out().contains("Java " + Runtime.version()), main.out());
    }

    @Test
    void devicesListsThemAndTheChoice() {
        assertEquals(0, main.run("devices"));
        assertTrue(main.out().contains("\ninterpreter  ") && main.out().contains("\njvm  "), main.out());
        assertTrue(main.out().contains("auto takes jvm: the default"), main.out());
        assertTrue(main.out().contains("Vector API  present"), main.out());
    }

    @Test
    void theUsersProblemIsALineAndExits2() {
        assertEquals(2, main.fail(new ModelException("model.onnx: is\u001B empty")));
        assertEquals("sardonyx: model.onnx: is  empty\n", main.err());
        assertEquals(2, main.fail(new IOException("disk full")));
        assertEquals("sardonyx: java.io.IOException: disk full\n", main.err());
    }

    @Test
    void ourProblemAsksForAReportAndExits70() {
        assertEquals(70, main.fail(new IllegalStateException("broken")));
        assertTrue(main.err().startsWith("sardonyx: internal error: java.lang.IllegalStateException: broken\n"
                + "This is a bug in sardonyx "), main.err());
        assertFalse(main.err().contains("\tat "), main.err());
        assertEquals(70, main.fail(new StackOverflowError()));
        assertTrue(main.err().contains("StackOverflowError"), main.err());
    }

    @Test
    void tooLittleMemoryIsSaid() {
        assertEquals(2, main.fail(new OutOfMemoryError("Java heap space")));
        assertTrue(main.err().startsWith("sardonyx: the memory does not suffice: "), main.err());
    }

    @Test
    void debugPrintsTheStackTrace() {
        assertEquals(70, main.fail(new IllegalStateException("broken"), "--debug"));
        assertTrue(main.err().contains("\tat "), main.err());
    }
}

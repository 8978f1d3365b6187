package org.sardonyx.frontend.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.ir.ModelException;

/// Each mistake and what is told of it: `messages.txt` has programs, each followed by lines `=> line:column: message`. A
/// program without a line `network` begins with one, and an input `x: float[N, 8, 16, 16]`, both before its first line.
class MessagesTest {
    private static final String HEAD = "network test; input x: float[N, 8, 16, 16]; ";

    private record Case(String program, List<String> messages) {
        @Override
        public String toString() {
            return program.strip().replace('\n', ' ');
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        StringBuilder program = new StringBuilder();
        List<String> messages = new ArrayList<>();
        try (InputStream in = MessagesTest.class.getResourceAsStream("messages.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.startsWith("=> ")) {
                    messages.add(line.substring(3));
                } else if (line.isEmpty()) {
                    add(cases, program, messages);
                } else {
                    program.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        add(cases, program, messages);
        return cases.stream();
    }

    private static void add(List<Case> cases, StringBuilder program, List<String> messages) {
        if (!program.isEmpty()) {
            cases.add(new Case(program.toString(), List.copyOf(messages)));
        }
        program.setLength(0);
        messages.clear();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aMistakeIsTold(Case given) {
        boolean whole = given.program.contains("network ");
        int head = whole ? 0 : HEAD.length();
        Map<String, String> others = Map.of("blocks.net", "block twice n { conv n 3x3 p1 conv n 3x3 p1 }",
                "wrong.net", "block half out { conv out 3x3 p1 relu6x }", "broken.net", "block third {\n");
        ModelException problem = assertThrows(ModelException.class,
                () -> Programs.read((whole ? "" : HEAD) + given.program, others));
        List<String> told = problem.getMessage().lines().filter(line -> !line.startsWith("    "))
                .map(line -> moved(line, head)).toList();
        assertEquals(String.join("\n", given.messages), String.join("\n", told));
    }

    /// The message without the file's name, if it is that of the test, and with columns as they are in `messages.txt`.
    private static String moved(String message, int head) {
        if (!message.startsWith("test.net:")) {
            return message;
        }
        String[] parts = message.split(":", 4);
        int column = Integer.parseInt(parts[2]) - (parts[1].equals("1") ? head : 0);
        return parts[1] + ":" + column + ":" + parts[3];
    }
}

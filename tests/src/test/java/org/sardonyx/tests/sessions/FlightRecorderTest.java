package org.sardonyx.tests.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.program.Program;

class FlightRecorderTest {
    @TempDir
    private Path folder;

    @Test
    void runsAndStepsAreEvents() throws IOException {
        Path file = folder.resolve("runs.jfr");
        Program program;
        try (Recording recording = new Recording();
                Session session = Session.open(Networks.classifier(), Networks.jvm())) {
            recording.enable("org.sardonyx.Run").withoutThreshold();
            recording.enable("org.sardonyx.Step").withoutThreshold();
            program = session.program(Map.of("x", Networks.input(1, 0).type())).orElseThrow();
            recording.start();
            session.run(Map.of("x", Networks.input(1, 0)));
            session.run(Map.of("x", Networks.input(1, 1)));
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        List<RecordedEvent> runs =
                events.stream().filter(event -> event.getEventType().getName().equals("org.sardonyx.Run")).toList();
        List<RecordedEvent> steps =
                events.stream().filter(event -> event.getEventType().getName().equals("org.sardonyx.Step")).toList();
        assertEquals(2, runs.size());
        assertEquals("layers", runs.getFirst().getString("model"));
        assertEquals(program.steps().size(), runs.getFirst().getInt("steps"));
        assertEquals(2 * program.steps().size(), steps.size());
        assertTrue(steps.stream().anyMatch(
                step -> step.getString("description").equals(program.steps().getFirst().description())
                        && !step.getBoolean("onHost")));
    }
}

package org.sardonyx.runtime.program;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// A run of a model in a recording of the Java Flight Recorder.
@Name("org.sardonyx.Run")
@Label("Run of a model")
@Category("Sardonyx")
@Description("One run of a model, from its inputs to its outputs")
@StackTrace(false)
final class RunEvent extends Event {
    @Label("Model")
    private final String model;

    @Label("Steps")
    private final int steps;

    RunEvent(String model, int steps) {
        this.model = model;
        this.steps = steps;
    }
}

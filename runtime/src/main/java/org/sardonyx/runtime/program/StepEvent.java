package org.sardonyx.runtime.program;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// A step of a run in a recording of the Java Flight Recorder.
@Name("org.sardonyx.Step")
@Label("Step of a run")
@Category("Sardonyx")
@Description("A step of a run; on a device that works by itself, to hand it the step")
@StackTrace(false)
final class StepEvent extends Event {
    @Label("Model")
    private final String model;

    @Label("Number")
    private final int number;

    @Label("Computes")
    private final String description;

    @Label("On the host")
    private final boolean onHost;

    StepEvent(String model, int number, Step step) {
        this.model = model;
        this.number = number;
        this.description = step.description();
        this.onHost = step instanceof Step.HostStep;
    }
}

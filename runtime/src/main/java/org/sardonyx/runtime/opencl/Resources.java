package org.sardonyx.runtime.opencl;

import java.util.ArrayDeque;
import java.util.Deque;

import org.sardonyx.runtime.DeviceException;

/// What has to be released, the last first. May be closed by any thread, once or more often.
final class Resources implements AutoCloseable {
    private final Deque<Runnable> releases = new ArrayDeque<>();

    synchronized void add(Runnable release) {
        releases.push(release);
    }

    /// Releases everything. A device that is gone cannot release; its memory is gone, too.
    @Override
    public synchronized void close() {
        while (!releases.isEmpty()) {
            try {
                releases.pop().run();
            } catch (DeviceException _) {
                // The rest is released nevertheless.
            }
        }
    }
}

package org.sardonyx.runtime.opencl;

import java.util.List;

import org.jocl.cl_command_queue;
import org.jocl.cl_event;

import org.sardonyx.runtime.DeviceException;

/// Has the kernels of a program's steps run, in the order in which it is asked to. It serves one run at a time.
sealed interface Launcher permits SeparateLaunches, JoinedLaunches {
    /// Queues the kernels of a step, or keeps in mind to do so with those of the next ones.
    ///
    /// @throws DeviceException that names the step
    void launch(int step, cl_command_queue queue);

    /// Queues the kernels of a step now.
    ///
    /// @return what tells how long they take, to be released
    /// @throws DeviceException that names the step
    List<cl_event> measure(int step, cl_command_queue queue);

    /// Queues what is not queued yet.
    ///
    /// @throws DeviceException that names the steps
    void flush(cl_command_queue queue);

    /// Forgets what is not queued yet.
    void forget();
}

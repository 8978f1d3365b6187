package org.sardonyx.runtime.opencl;

import java.lang.foreign.MemorySegment;

import org.jocl.cl_command_queue;
import org.jocl.cl_mem;

/// An input or output of a run.
sealed interface Transfer {
    /// What the host reads and writes.
    MemorySegment host();

    /// Queues what it takes for kernels to find what the host wrote.
    void send(OpenClCalls calls, cl_command_queue queue);

    /// Queues what it takes for the host to find what kernels wrote.
    void fetch(OpenClCalls calls, cl_command_queue queue);

    /// A buffer of the device, and a copy of it on the host.
    record Copied(cl_mem device, MemorySegment host) implements Transfer {
        @Override
        public void send(OpenClCalls calls, cl_command_queue queue) {
            if (host.byteSize() > 0) {
                calls.write(queue, device, 0, host);
            }
        }

        @Override
        public void fetch(OpenClCalls calls, cl_command_queue queue) {
            if (host.byteSize() > 0) {
                calls.read(queue, device, 0, host);
            }
        }
    }

    /// Memory of both.
    record Shared(SharedMemory memory) implements Transfer {
        @Override
        public MemorySegment host() {
            return memory.segment();
        }

        @Override
        public void send(OpenClCalls calls, cl_command_queue queue) {
            // It is there.
        }

        @Override
        public void fetch(OpenClCalls calls, cl_command_queue queue) {
            // It is there.
        }
    }
}

package org.sardonyx.runtime.opencl;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_device_id;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jocl.cl_program;

import org.sardonyx.runtime.DeviceException;

/// The calls of OpenCL that are used here. Each throws a [DeviceException] that names the call and the error code.
interface OpenClCalls {
    /// All devices of all platforms, in the order in which OpenCL lists them.
    List<cl_device_id> devices();

    DeviceFacts facts(cl_device_id device);

    cl_context createContext(cl_device_id device);

    /// An in-order queue.
    ///
    /// @param timed whether its events know when they began and ended
    cl_command_queue createQueue(cl_context context, cl_device_id device, boolean timed);

    /// Memory of the device.
    cl_mem allocate(cl_context context, long bytes);

    /// Memory that kernels read: that of the host where it lies if `shared`, else a copy on the device.
    cl_mem constant(cl_context context, MemorySegment memory, boolean shared);

    /// Memory that host and device both use; what one wrote the other sees when a kernel begins, and when it has ended.
    ///
    /// @param bytes at most [Integer#MAX_VALUE]
    SharedMemory share(cl_context context, long bytes);

    /// Memory of the host for copies to and from the device.
    ///
    /// @param queue by which it is mapped
    /// @param bytes from 1 to [Integer#MAX_VALUE]
    PinnedMemory pin(cl_context context, cl_command_queue queue, long bytes);

    cl_program createProgram(cl_context context, String source);

    /// A program from what [#binary] gave, for the same device and driver.
    cl_program loadProgram(cl_context context, cl_device_id device, byte[] binary);

    /// Compiles a program.
    ///
    /// @throws DeviceException with the compiler's log if it fails
    void build(cl_program program, cl_device_id device, String options);

    byte[] binary(cl_program program);

    cl_kernel createKernel(cl_program program, String name);

    void setBuffer(cl_kernel kernel, int argument, cl_mem memory);

    void setShared(cl_kernel kernel, int argument, SharedMemory memory);

    void setNumber(cl_kernel kernel, int argument, long value);

    /// Queues a kernel.
    ///
    /// @param groupSize work-items in a group, 0 for as many as the driver likes
    /// @param timed whether an event is wanted that tells how long it takes
    Optional<cl_event> enqueue(cl_command_queue queue, cl_kernel kernel, long items, long groupSize, boolean timed);

    /// Queues a copy to the device. The host's memory must not change or go before it has been made.
    void write(cl_command_queue queue, cl_mem to, long offset, MemorySegment from);

    /// Queues a copy to the host. The host's memory must not go before it has been made.
    void read(cl_command_queue queue, cl_mem from, long offset, MemorySegment to);

    void finish(cl_command_queue queue);

    /// How long the command took.
    long nanoseconds(cl_event event);

    /// Takes another reference, so that one more release is needed.
    void retain(cl_program program);

    void release(cl_context context);

    void release(cl_command_queue queue);

    void release(cl_mem memory);

    void release(cl_context context, SharedMemory memory);

    /// @param queue in which no copy is left
    void release(cl_command_queue queue, PinnedMemory memory);

    void release(cl_program program);

    void release(cl_kernel kernel);

    void release(cl_event event);
}

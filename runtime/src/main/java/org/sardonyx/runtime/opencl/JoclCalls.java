package org.sardonyx.runtime.opencl;

import static org.jocl.CL.*;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_device_id;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jocl.cl_platform_id;
import org.jocl.cl_program;

import org.sardonyx.runtime.DeviceException;

/// The calls as JOCL makes them.
final class JoclCalls implements OpenClCalls {
    /// Of the extension cl_khr_icd: there is no driver.
    private static final int NO_PLATFORM = -1001;
    /// The log of a compiler that a message shows, in characters.
    private static final int LONGEST_LOG = 2000;

    private static void check(String call, int code) {
        if (code != CL_SUCCESS) {
            throw new DeviceException(call + ": "
                    + (code == NO_PLATFORM ? "CL_PLATFORM_NOT_FOUND_KHR" : stringFor_errorCode(code)));
        }
    }

    @Override
    public List<cl_device_id> devices() {
        int[] count = new int[1];
        int code = clGetPlatformIDs(0, null, count);
        if (code == NO_PLATFORM) {
            return List.of();
        }
        check("clGetPlatformIDs", code);
        cl_platform_id[] platforms = new cl_platform_id[count[0]];
        check("clGetPlatformIDs", clGetPlatformIDs(platforms.length, platforms, null));
        List<cl_device_id> devices = new ArrayList<>();
        for (cl_platform_id platform : platforms) {
            code = clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, 0, null, count);
            if (code != CL_DEVICE_NOT_FOUND) {
                check("clGetDeviceIDs", code);
                cl_device_id[] found = new cl_device_id[count[0]];
                check("clGetDeviceIDs", clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, found.length, found, null));
                devices.addAll(List.of(found));
            }
        }
        return devices;
    }

    @Override
    public DeviceFacts facts(cl_device_id device) {
        return new DeviceQuery(device).facts();
    }

    @Override
    public cl_context createContext(cl_device_id device) {
        int[] code = new int[1];
        cl_context context = clCreateContext(null, 1, new cl_device_id[] {device}, null, null, code);
        check("clCreateContext", code[0]);
        return context;
    }

    /// By the call of OpenCL 1.2, which later versions keep.
    @Override
    @SuppressWarnings("deprecation")
    public cl_command_queue createQueue(cl_context context, cl_device_id device, boolean timed) {
        int[] code = new int[1];
        cl_command_queue queue =
                clCreateCommandQueue(context, device, timed ? CL_QUEUE_PROFILING_ENABLE : 0, code);
        check("clCreateCommandQueue", code[0]);
        return queue;
    }

    @Override
    public cl_mem allocate(cl_context context, long bytes) {
        int[] code = new int[1];
        cl_mem memory = clCreateBuffer(context, CL_MEM_READ_WRITE, bytes, null, code);
        check("clCreateBuffer of " + bytes + " bytes", code[0]);
        return memory;
    }

    @Override
    public cl_mem constant(cl_context context, MemorySegment memory, boolean shared) {
        int[] code = new int[1];
        long flags = CL_MEM_READ_ONLY | (shared ? CL_MEM_USE_HOST_PTR : CL_MEM_COPY_HOST_PTR);
        cl_mem buffer = clCreateBuffer(context, flags, memory.byteSize(), pointer(memory), code);
        check("clCreateBuffer of " + memory.byteSize() + " bytes", code[0]);
        return buffer;
    }

    @Override
    public SharedMemory share(cl_context context, long bytes) {
        Pointer memory = clSVMAlloc(context, CL_MEM_READ_WRITE | CL_MEM_SVM_FINE_GRAIN_BUFFER, bytes, 0);
        if (memory == null) {
            throw new DeviceException("clSVMAlloc of " + bytes + " bytes: there is no memory");
        }
        return new SharedMemory(memory, MemorySegment.ofBuffer(memory.getByteBuffer(0, bytes)));
    }

    @Override
    public PinnedMemory pin(cl_context context, cl_command_queue queue, long bytes) {
        int[] code = new int[1];
        cl_mem buffer = clCreateBuffer(context, CL_MEM_READ_WRITE | CL_MEM_ALLOC_HOST_PTR, bytes, null, code);
        check("clCreateBuffer of " + bytes + " bytes of the host", code[0]);
        ByteBuffer mapped = clEnqueueMapBuffer(queue, buffer, true, CL_MAP_READ | CL_MAP_WRITE, 0, bytes, 0, null, null,
                code);
        if (code[0] != CL_SUCCESS || mapped == null) {
            clReleaseMemObject(buffer);
            throw new DeviceException("clEnqueueMapBuffer: " + stringFor_errorCode(code[0]));
        }
        return new PinnedMemory(buffer, mapped);
    }

    /// To the first byte: a buffer of the Java virtual machine has at most 2 GiB, memory more.
    private static Pointer pointer(MemorySegment memory) {
        return Pointer.to(memory.asSlice(0, Math.min(1, memory.byteSize())).asByteBuffer());
    }

    @Override
    public cl_program createProgram(cl_context context, String source) {
        int[] code = new int[1];
        cl_program program = clCreateProgramWithSource(context, 1, new String[] {source}, null, code);
        check("clCreateProgramWithSource", code[0]);
        return program;
    }

    @Override
    public cl_program loadProgram(cl_context context, cl_device_id device, byte[] binary) {
        int[] code = new int[1];
        int[] status = new int[1];
        cl_program program = clCreateProgramWithBinary(context, 1, new cl_device_id[] {device},
                new long[] {binary.length}, new byte[][] {binary}, status, code);
        check("clCreateProgramWithBinary", code[0]);
        check("clCreateProgramWithBinary", status[0]);
        return program;
    }

    @Override
    public void build(cl_program program, cl_device_id device, String options) {
        int code = clBuildProgram(program, 1, new cl_device_id[] {device}, options, null, null);
        if (code == CL_BUILD_PROGRAM_FAILURE) {
            throw new DeviceException("clBuildProgram: CL_BUILD_PROGRAM_FAILURE\n" + log(program, device));
        }
        check("clBuildProgram", code);
    }

    private static String log(cl_program program, cl_device_id device) {
        long[] size = new long[1];
        clGetProgramBuildInfo(program, device, CL_PROGRAM_BUILD_LOG, 0, null, size);
        byte[] text = new byte[Math.toIntExact(size[0])];
        clGetProgramBuildInfo(program, device, CL_PROGRAM_BUILD_LOG, text.length, Pointer.to(text), null);
        String log = new String(text, StandardCharsets.UTF_8).replace("\0", "").strip();
        return log.length() > LONGEST_LOG ? log.substring(0, LONGEST_LOG) + " ..." : log;
    }

    @Override
    public byte[] binary(cl_program program) {
        long[] size = new long[1];
        check("clGetProgramInfo",
                clGetProgramInfo(program, CL_PROGRAM_BINARY_SIZES, Sizeof.size_t, Pointer.to(size), null));
        byte[] binary = new byte[Math.toIntExact(size[0])];
        check("clGetProgramInfo", clGetProgramInfo(program, CL_PROGRAM_BINARIES, Sizeof.POINTER,
                Pointer.to(Pointer.to(binary)), null));
        return binary;
    }

    @Override
    public cl_kernel createKernel(cl_program program, String name) {
        int[] code = new int[1];
        cl_kernel kernel = clCreateKernel(program, name, code);
        check("clCreateKernel", code[0]);
        return kernel;
    }

    @Override
    public void setBuffer(cl_kernel kernel, int argument, cl_mem memory) {
        check("clSetKernelArg", clSetKernelArg(kernel, argument, Sizeof.cl_mem, Pointer.to(memory)));
    }

    @Override
    public void setShared(cl_kernel kernel, int argument, SharedMemory memory) {
        check("clSetKernelArgSVMPointer", clSetKernelArgSVMPointer(kernel, argument, memory.pointer()));
    }

    @Override
    public void setNumber(cl_kernel kernel, int argument, long value) {
        check("clSetKernelArg",
                clSetKernelArg(kernel, argument, Sizeof.cl_ulong, Pointer.to(new long[] {value})));
    }

    @Override
    public Optional<cl_event> enqueue(cl_command_queue queue, cl_kernel kernel, long items, long groupSize,
            boolean timed) {
        Optional<cl_event> event = timed ? Optional.of(new cl_event()) : Optional.empty();
        check("clEnqueueNDRangeKernel", clEnqueueNDRangeKernel(queue, kernel, 1, null, new long[] {items},
                groupSize == 0 ? null : new long[] {groupSize}, 0, null, event.orElse(null)));
        return event;
    }

    @Override
    public void write(cl_command_queue queue, cl_mem to, long offset, MemorySegment from) {
        check("clEnqueueWriteBuffer",
                clEnqueueWriteBuffer(queue, to, false, offset, from.byteSize(), pointer(from), 0, null, null));
    }

    @Override
    public void read(cl_command_queue queue, cl_mem from, long offset, MemorySegment to) {
        check("clEnqueueReadBuffer",
                clEnqueueReadBuffer(queue, from, false, offset, to.byteSize(), pointer(to), 0, null, null));
    }

    @Override
    public void finish(cl_command_queue queue) {
        check("clFinish", clFinish(queue));
    }

    @Override
    public long nanoseconds(cl_event event) {
        long[] start = new long[1];
        long[] end = new long[1];
        check("clGetEventProfilingInfo", clGetEventProfilingInfo(event, CL_PROFILING_COMMAND_START, Sizeof.cl_ulong,
                Pointer.to(start), null));
        check("clGetEventProfilingInfo", clGetEventProfilingInfo(event, CL_PROFILING_COMMAND_END, Sizeof.cl_ulong,
                Pointer.to(end), null));
        return end[0] - start[0];
    }

    @Override
    public void retain(cl_program program) {
        check("clRetainProgram", clRetainProgram(program));
    }

    @Override
    public void release(cl_context context) {
        check("clReleaseContext", clReleaseContext(context));
    }

    @Override
    public void release(cl_command_queue queue) {
        check("clReleaseCommandQueue", clReleaseCommandQueue(queue));
    }

    @Override
    public void release(cl_mem memory) {
        check("clReleaseMemObject", clReleaseMemObject(memory));
    }

    @Override
    public void release(cl_context context, SharedMemory memory) {
        clSVMFree(context, memory.pointer());
    }

    @Override
    public void release(cl_command_queue queue, PinnedMemory memory) {
        try {
            check("clEnqueueUnmapMemObject",
                    clEnqueueUnmapMemObject(queue, memory.buffer(), memory.mapped(), 0, null, null));
            finish(queue);
        } finally {
            clReleaseMemObject(memory.buffer());
        }
    }

    @Override
    public void release(cl_program program) {
        check("clReleaseProgram", CL.clReleaseProgram(program));
    }

    @Override
    public void release(cl_kernel kernel) {
        check("clReleaseKernel", clReleaseKernel(kernel));
    }

    @Override
    public void release(cl_event event) {
        check("clReleaseEvent", clReleaseEvent(event));
    }
}

package org.sardonyx.runtime.opencl;

import static org.jocl.CL.*;

import java.nio.charset.StandardCharsets;

import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

import org.sardonyx.runtime.DeviceException;

/// Asks a device about itself. What a driver does not know is taken as absent.
record DeviceQuery(cl_device_id device) {
    /// `CL_DEVICE_ATOMIC_MEMORY_CAPABILITIES` of OpenCL 3.0, which JOCL does not name, and of it
    /// `CL_DEVICE_ATOMIC_ORDER_ACQ_REL` and `CL_DEVICE_ATOMIC_SCOPE_DEVICE`.
    private static final int ATOMIC_MEMORY_CAPABILITIES = 0x1063;
    private static final long ORDERED_FOR_DEVICE = 1 << 1 | 1 << 5;
    /// `CL_DEVICE_COMPUTE_CAPABILITY_MAJOR_NV` of the extension cl_nv_device_attribute_query, and the first generation that has
    /// `mma.sync` for TensorFloat-32, and for float16 in matrices of 16x8x16 (PTX ISA, "mma", "Target ISA notes").
    private static final int NVIDIA_MAJOR = 0x4000;
    private static final int LEAST_MAJOR = 8;

    /// Where the device's memory is, is told by a property of OpenCL 1.1, which drivers of later versions keep.
    @SuppressWarnings("deprecation")
    DeviceFacts facts() {
        cl_platform_id platform = new cl_platform_id();
        int code = clGetDeviceInfo(device, CL_DEVICE_PLATFORM, Sizeof.cl_platform_id, Pointer.to(platform), null);
        if (code != CL_SUCCESS) {
            throw new DeviceException("clGetDeviceInfo: " + stringFor_errorCode(code));
        }
        long type = number(CL_DEVICE_TYPE);
        String extensions = " " + text(CL_DEVICE_EXTENSIONS) + " ";
        return new DeviceFacts(name(platform), text(CL_DEVICE_NAME), text(CL_DEVICE_VERSION), text(CL_DRIVER_VERSION),
                (type & CL_DEVICE_TYPE_GPU) != 0
                        ? DeviceFacts.Kind.GPU
                        : (type & CL_DEVICE_TYPE_CPU) != 0 ? DeviceFacts.Kind.PROCESSOR : DeviceFacts.Kind.OTHER,
                Math.toIntExact(Math.max(1, number(CL_DEVICE_MAX_COMPUTE_UNITS))),
                Math.toIntExact(Math.max(1, number(CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT))),
                number(CL_DEVICE_GLOBAL_MEM_SIZE), number(CL_DEVICE_MAX_MEM_ALLOC_SIZE),
                number(CL_DEVICE_LOCAL_MEM_SIZE), number(CL_DEVICE_LOCAL_MEM_TYPE) == CL_LOCAL,
                Math.toIntExact(Math.max(1, number(CL_DEVICE_MAX_WORK_GROUP_SIZE))),
                extensions.contains(" cl_khr_fp16 "),
                extensions.contains(" cl_khr_fp64 "), extensions.contains(" cl_khr_subgroups "),
                (number(CL_DEVICE_SINGLE_FP_CONFIG) & CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT) != 0,
                orderedAtomics(), (number(CL_DEVICE_SVM_CAPABILITIES) & CL_DEVICE_SVM_FINE_GRAIN_BUFFER) != 0,
                number(CL_DEVICE_HOST_UNIFIED_MEMORY) != 0,
                extensions.contains(" cl_nv_device_attribute_query ") && number(NVIDIA_MAJOR) >= LEAST_MAJOR);
    }

    /// OpenCL 2 always has them, OpenCL 3 says whether it does.
    private boolean orderedAtomics() {
        return text(CL_DEVICE_VERSION).startsWith("OpenCL 2.")
                || (number(ATOMIC_MEMORY_CAPABILITIES) & ORDERED_FOR_DEVICE) == ORDERED_FOR_DEVICE;
    }

    private static String name(cl_platform_id platform) {
        long[] size = new long[1];
        clGetPlatformInfo(platform, CL_PLATFORM_NAME, 0, null, size);
        byte[] text = new byte[Math.toIntExact(size[0])];
        clGetPlatformInfo(platform, CL_PLATFORM_NAME, text.length, Pointer.to(text), null);
        return string(text);
    }

    private String text(int property) {
        long[] size = new long[1];
        clGetDeviceInfo(device, property, 0, null, size);
        byte[] text = new byte[Math.toIntExact(size[0])];
        clGetDeviceInfo(device, property, text.length, Pointer.to(text), null);
        return string(text);
    }

    /// Some drivers end texts with several zeros, or pad them with spaces.
    private static String string(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    /// A number of four or eight bytes.
    private long number(int property) {
        long[] value = new long[1];
        return clGetDeviceInfo(device, property, Sizeof.cl_ulong, Pointer.to(value), null) == CL_SUCCESS
                ? value[0]
                : 0;
    }
}

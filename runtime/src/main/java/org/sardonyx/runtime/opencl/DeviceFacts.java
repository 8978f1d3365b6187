package org.sardonyx.runtime.opencl;

/// What a device says about itself.
///
/// @param platform the name of its driver
/// @param name of the device
/// @param version of OpenCL and of the driver's implementation
/// @param driver the driver's version
/// @param kind what it is
/// @param computeUnits how many work-groups it runs at the same time, about
/// @param vectorWidth floats in its widest vector
/// @param memoryBytes its memory
/// @param largestBytes the largest buffer
/// @param localBytes memory that a work-group shares
/// @param localIsOwn whether that memory is closer to the group than other memory
/// @param largestGroup the most work-items in a group
/// @param halfs whether it computes with float16
/// @param doubles whether it computes with float64
/// @param subGroups whether its kernels know sub-groups
/// @param exactDivision whether it can round quotients and square roots as the standard demands
/// @param orderedAtomics whether a work-item can see what one of another group wrote before an atomic operation
/// @param sharedMemory whether host and device can use the same memory without asking each time
/// @param hostMemory whether its memory is that of the host, as a processor's is, and that of a GPU in the same chip
/// @param tensorCores whether its kernels may have the instruction `mma.sync` of PTX for TensorFloat-32 and float16; a driver is asked
///        whether it should be so, and whoever renders such kernels makes sure that it is
public record DeviceFacts(String platform, String name, String version, String driver, Kind kind, int computeUnits,
        int vectorWidth, long memoryBytes, long largestBytes, long localBytes, boolean localIsOwn, int largestGroup,
        boolean halfs, boolean doubles, boolean subGroups, boolean exactDivision, boolean orderedAtomics,
        boolean sharedMemory, boolean hostMemory, boolean tensorCores) {
    /// Work-items for each compute unit where each has a part of a buffer: on a processor as many as make their shares about
    /// equal, on a GPU so many that some compute while others wait for memory.
    private static final long WORKERS_OF_A_CORE = 4;
    private static final long WORKERS_OF_A_GPU_UNIT = 256;
    /// What OpenCL 1.2 demands of a device that is not a custom one.
    private static final long LEAST_LOCAL_BYTES = 32 << 10;

    /// A GPU of the middle, for kernels that are made before the device is known.
    private static final int UNITS_OF_A_GPU = 40;
    private static final int GROUP_OF_A_GPU = 256;

    /// What a device is.
    public enum Kind {
        PROCESSOR, GPU, OTHER
    }

    /// What can be said of all devices of a kind, for kernels that are made before the device is known.
    ///
    /// @param vectorWidth floats in the vectors to use
    public static DeviceFacts ofAny(Kind kind, int vectorWidth) {
        return new DeviceFacts("any", "any", "OpenCL 1.2", "any", kind, kind == Kind.GPU ? UNITS_OF_A_GPU : 1,
                vectorWidth, Long.MAX_VALUE, Long.MAX_VALUE, LEAST_LOCAL_BYTES, kind == Kind.GPU,
                kind == Kind.GPU ? GROUP_OF_A_GPU : 1, false, false, false, false, false, false, kind == Kind.PROCESSOR,
                false);
    }

    /// Whether it runs the kernels that were made for any device of a kind.
    ///
    /// @param any as of [#ofAny]
    public boolean reaches(DeviceFacts any) {
        return largestGroup >= any.largestGroup && localBytes >= any.localBytes;
    }

    /// Whether it is the machine's processor, which works on the memory of the host.
    public boolean isProcessor() {
        return kind == Kind.PROCESSOR;
    }

    /// The widest vector for which OpenCL has a type.
    public int lanes() {
        return Math.min(16, Integer.highestOneBit(Math.max(1, vectorWidth)));
    }

    /// The same device, taken for one of another kind: a processor's driver shows that what is made for a GPU of the middle is right.
    public DeviceFacts as(Kind other) {
        return new DeviceFacts(platform, name, version, driver, other,
                other == Kind.GPU ? Math.max(computeUnits, UNITS_OF_A_GPU) : computeUnits, vectorWidth, memoryBytes,
                largestBytes, localBytes, other == Kind.GPU, largestGroup, halfs, doubles, subGroups, exactDivision,
                orderedAtomics && other == Kind.PROCESSOR, sharedMemory && other == Kind.PROCESSOR,
                hostMemory && other == Kind.PROCESSOR,
                tensorCores);
    }

    /// The same device, if it has tensor cores or if it has none.
    public DeviceFacts withTensorCores(boolean present) {
        return new DeviceFacts(platform, name, version, driver, kind, computeUnits, vectorWidth, memoryBytes,
                largestBytes,
                localBytes, localIsOwn, largestGroup, halfs, doubles, subGroups, exactDivision, orderedAtomics,
                sharedMemory, hostMemory, present);
    }

    /// The same device, on which each phase of a program is a launch by itself.
    public DeviceFacts withSeparateLaunches() {
        return new DeviceFacts(platform, name, version, driver, kind, computeUnits, vectorWidth, memoryBytes,
                largestBytes, localBytes, localIsOwn, largestGroup, halfs, doubles, subGroups, exactDivision, false,
                sharedMemory, hostMemory, tensorCores);
    }

    /// Whether the driver keeps what it has built on disk by itself, and does so better than we could: the binaries that PoCL
    /// gives are compiled again for each size of work-groups when they are first run.
    boolean keepsKernels() {
        return platform.equals("Portable Computing Language");
    }

    /// Whether work-items of a [JoinedKernel] can wait for each other.
    boolean canJoin() {
        return isProcessor() && orderedAtomics;
    }

    /// Whether inputs and outputs lie in memory of both. A GPU would read it through the bus, again and again.
    boolean canShare() {
        return isProcessor() && sharedMemory;
    }

    /// Whether copies to and from it go through a bus, and are faster from and to memory of a kind of its own.
    boolean wantsPinned() {
        return !isProcessor() && !hostMemory;
    }

    /// The version of OpenCL C in which kernels are built: 1.2, unless what later ones have is used.
    String language() {
        return !canJoin() ? "CL1.2" : version.startsWith("OpenCL 2.") ? "CL2.0" : "CL3.0";
    }

    /// How many work-items do what is to be done for a range of indices.
    long items(Dispatch dispatch) {
        if (dispatch.scratchBytes() == 0) {
            return dispatch.extent();
        }
        long wanted = computeUnits * (isProcessor() ? WORKERS_OF_A_CORE : WORKERS_OF_A_GPU_UNIT);
        return Math.min(dispatch.extent(), Math.clamp(largestBytes / dispatch.scratchBytes(), 1, wanted));
    }

    /// One line for a person.
    public String summary() {
        return "%s, %s, %d compute units, %d MiB; %s, driver %s".formatted(name.strip(),
                switch (kind) {
                    case PROCESSOR -> "a processor";
                    case GPU -> "a GPU";
                    case OTHER -> "an accelerator";
                }, computeUnits, memoryBytes >> 20, platform.strip(), driver.strip());
    }
}

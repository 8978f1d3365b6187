package org.sardonyx.codegen.opencl;

import java.util.Locale;

/// Where a buffer lies on an OpenCL device. A pointer's type says so.
enum AddressSpace {
    /// The device's memory.
    GLOBAL,
    /// Of a work-group.
    LOCAL,
    /// A work-item's own.
    PRIVATE;

    /// The qualifier of a pointer's type.
    String qualifier() {
        return name().toLowerCase(Locale.ROOT);
    }
}

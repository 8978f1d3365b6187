package org.sardonyx.codegen;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/// How much the virtual machine compiles: while it does, nothing is as fast as it will be.
public final class CompilationTime {
    private CompilationTime() {}

    /// What compilers have taken since the process began, in milliseconds; 0 if the virtual machine does not tell.
    public static long milliseconds() {
        CompilationMXBean compilation = ManagementFactory.getCompilationMXBean();
        return compilation != null && compilation.isCompilationTimeMonitoringSupported()
                ? compilation.getTotalCompilationTime()
                : 0;
    }
}

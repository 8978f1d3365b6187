package org.sardonyx.runtime.opencl;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A kernel in OpenCL C. Equal sources are built once, several in one program: what they have in common is there once.
///
/// @param name of the kernel function, which no other kernel has
/// @param definitions of the functions it calls, each before those that use it; two of one name are equal
/// @param entry the definition of the kernel function
public record KernelSource(String name, List<String> definitions, String entry) {
    public KernelSource {
        definitions = List.copyOf(definitions);
    }

    /// A program with these kernels.
    public static String program(Collection<KernelSource> kernels) {
        Set<String> parts = new LinkedHashSet<>();
        parts.add("#pragma OPENCL FP_CONTRACT OFF\n\n");
        kernels.forEach(kernel -> parts.addAll(kernel.definitions));
        kernels.forEach(kernel -> parts.add(kernel.entry));
        return String.join("", parts);
    }
}

package org.sardonyx.runtime.opencl;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/// A kernel in OpenCL C. Equal sources are built once, several in one program: what they have in common is there once.
///
/// @param name of the kernel function, which no other kernel has
/// @param definitions of the functions it calls, each before those that use it; two of one name are equal
/// @param entry the definition of the kernel function
public record KernelSource(String name, List<String> definitions, String entry) {
    public KernelSource {
        definitions = List.copyOf(definitions);
    }

    /// A name that equal texts have in common, and no others.
    ///
    /// @param name how it begins
    public static String unique(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return name + "_" + checksum(new CRC32C(), bytes) + checksum(new CRC32(), bytes);
    }

    /// There are instructions for these; a hash that withstands an attack is not needed.
    private static String checksum(Checksum checksum, byte[] bytes) {
        checksum.update(bytes);
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    /// The name of the function that does a part of what a kernel does. It takes the first index of the part and the one after its
    /// last, then the kernel's arguments; the last one, if work-items have parts of a buffer, is a pointer to its own.
    ///
    /// @param kernel the name of the kernel function
    public static String part(String kernel) {
        return "part_" + kernel;
    }

    /// Whether the last of the definitions is the function [#part], so that other kernels can call it.
    boolean inParts() {
        return !definitions.isEmpty() && definitions.getLast().contains(" " + part(name) + "(");
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

package org.sardonyx.runtime.model;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.sardonyx.ir.ModelException;

/// What a program was compiled for.
///
/// @param lanes of the vectors of float32 that its kernels use, 1 for none
public record Target(Kind kind, int lanes) {
    /// What runs its kernels.
    public enum Kind {
        /// The virtual machine: kernels are classes.
        JVM("jvm", "jvm"),
        /// OpenCL devices that are the machine's processor.
        OPENCL_PROCESSOR("opencl-processor", "opencl on processors"),
        /// All other OpenCL devices.
        OPENCL_GPU("opencl-gpu", "opencl on GPUs");

        private final String text;
        private final String description;

        Kind(String text, String description) {
            this.text = text;
            this.description = description;
        }

        /// As it is named in a manifest and on the command line.
        public String text() {
            return text;
        }

        /// @throws ModelException if there is none of this name
        public static Kind of(String text) {
            return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst()
                    .orElseThrow(() -> new ModelException("'" + text + "' is nothing to compile for; there are "
                            + Arrays.stream(values()).map(Kind::text).collect(Collectors.joining(", "))));
        }
    }

    /// `jvm, vectors of 8 floats`
    @Override
    public String toString() {
        return kind.description + (lanes == 1
                ? kind == Kind.OPENCL_GPU ? "" : ", without vectors"
                : ", vectors of " + lanes + " floats");
    }
}

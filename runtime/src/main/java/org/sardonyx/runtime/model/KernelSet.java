package org.sardonyx.runtime.model;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.kernel.Kernel;
import org.sardonyx.runtime.program.ProgramWarmUp;

/// The kernels of a model, which its sessions share: what the virtual machine has compiled for one serves the others.
final class KernelSet {
    private final Contents contents;
    private final Map<String, Kernel> kernels = new HashMap<>();
    private final ProgramWarmUp warmUp = new ProgramWarmUp();

    KernelSet(Contents contents) {
        this.contents = contents;
    }

    /// Kernels by the names of their classes.
    ///
    /// @throws ModelException if one is missing, or is no kernel
    synchronized List<Kernel> load(List<String> names, Contents.Opened entries) {
        List<Kernel> loaded = new ArrayList<>();
        for (String name : names) {
            Kernel known = kernels.get(name);
            if (known == null) {
                known = load(name, entries);
                kernels.put(name, known);
            }
            loaded.add(known);
        }
        return loaded;
    }

    private Kernel load(String name, Contents.Opened entries) {
        String entry = name.replace('.', '/') + ".class";
        try {
            byte[] file = entries.read(entry, -1).toArray(ValueLayout.JAVA_BYTE);
            return (Kernel) contents.define(name, file).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            throw new ModelException(entry + ": is not the class of a kernel that this runtime knows: " + e, e);
        }
    }

    /// Has the virtual machine compile kernels, each once for all programs.
    ProgramWarmUp warmUp() {
        return warmUp;
    }
}

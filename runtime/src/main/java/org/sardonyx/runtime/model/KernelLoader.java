package org.sardonyx.runtime.model;

import java.util.HashMap;
import java.util.Map;

import org.sardonyx.runtime.kernel.VectorUnit;

/// Defines the kernels of one model, each once.
final class KernelLoader extends ClassLoader implements Definer {
    private final Map<String, Class<?>> defined = new HashMap<>();

    /// Asks for the classes that kernels name. When it compiles a kernel, the virtual machine takes a class that the kernel's
    /// loader has not been asked for as one that is not there, and puts a trap in the place of the call.
    KernelLoader(ClassLoader parent) {
        super(parent);
        VectorUnit.SCALAR_CLASSES.forEach(this::ask);
        if (VectorUnit.preferredLanes() > 1) {
            VectorUnit.VECTOR_CLASSES.forEach(this::ask);
        }
    }

    private void ask(String name) {
        try {
            Class.forName(name, false, this);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the Vector API is not what it was", e);
        }
    }

    @Override
    public synchronized Class<?> define(String name, byte[] bytes) {
        return defined.computeIfAbsent(name, _ -> defineClass(name, bytes, 0, bytes.length));
    }
}

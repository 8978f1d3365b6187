package org.sardonyx.runtime.model;

import java.util.HashMap;
import java.util.Map;

/// Defines the kernels of one model, each once.
final class KernelLoader extends ClassLoader implements Definer {
    private final Map<String, Class<?>> defined = new HashMap<>();

    KernelLoader(ClassLoader parent) {
        super(parent);
    }

    @Override
    public synchronized Class<?> define(String name, byte[] bytes) {
        return defined.computeIfAbsent(name, _ -> defineClass(name, bytes, 0, bytes.length));
    }
}

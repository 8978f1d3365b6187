package org.sardonyx.runtime.opencl;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jocl.cl_program;

import org.sardonyx.runtime.DeviceException;

/// Calls of a device that computes nothing, counts what is created and released, and fails where a test wants it to.
final class FaultyCalls {
    /// What a call fails with, by its name.
    final Map<String, String> faults = new HashMap<>();
    /// The names of all calls.
    final List<String> made = new ArrayList<>();
    /// What exists: created or retained less released.
    int alive;

    private final Map<String, String> once = new HashMap<>();

    /// Has the next such call fail, and no other one.
    void oneFault(String call, String message) {
        once.put(call, message);
    }

    OpenClCalls calls() {
        return (OpenClCalls) Proxy.newProxyInstance(FaultyCalls.class.getClassLoader(),
                new Class<?>[] {OpenClCalls.class},
                (_, method, arguments) -> method.getName().equals("pin")
                        ? new PinnedMemory((cl_mem) call("pin", cl_mem.class),
                                ByteBuffer.allocateDirect(Math.toIntExact((long) arguments[2])))
                        : call(method.getName(), method.getReturnType()));
    }

    private synchronized Object call(String name, Class<?> result) {
        made.add(name);
        String fault = once.remove(name);
        if (fault != null) {
            throw new DeviceException(fault);
        }
        if (faults.containsKey(name)) {
            throw new DeviceException(faults.get(name));
        }
        alive += name.equals("retain") ? 1 : name.equals("release") ? -1 : 0;
        Object created = switch (result.getSimpleName()) {
            case "cl_context" -> new cl_context();
            case "cl_command_queue" -> new cl_command_queue();
            case "cl_mem" -> new cl_mem();
            case "cl_program" -> new cl_program();
            case "cl_kernel" -> new cl_kernel();
            default -> null;
        };
        if (created != null) {
            alive++;
            return created;
        }
        return switch (result.getSimpleName()) {
            case "Optional" -> Optional.empty();
            case "byte[]" -> "binary".getBytes(StandardCharsets.UTF_8);
            case "long" -> 0L;
            case "void" -> null;
            default -> throw new AssertionError("a call with the result " + result);
        };
    }
}

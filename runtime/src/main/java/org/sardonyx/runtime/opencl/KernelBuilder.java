package org.sardonyx.runtime.opencl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jocl.cl_context;
import org.jocl.cl_device_id;
import org.jocl.cl_program;

import org.sardonyx.runtime.DeviceException;
import org.sardonyx.runtime.RunListener;

/// Builds kernels for a device, or takes from the cache what was built before.
///
/// @param cache of built kernels, if there is one
record KernelBuilder(OpenClCalls calls, cl_device_id device, DeviceFacts facts, Optional<KernelCache> cache) {
    /// Kernels in a program: so many that the driver's compiler does not spend most of the time on reading its own headers,
    /// and so few that processors can share the work.
    private static final int TOGETHER = 16;
    private static final String EXACT_DIVISION = " -cl-fp32-correctly-rounded-divide-sqrt";

    /// Builds kernels, several at the same time.
    ///
    /// @param first a place to look for kernels that were built before, which also gets those that are built now
    /// @param listener told how many are ready
    /// @return a program for each; its references are as many as its kernels
    /// @throws DeviceException if one cannot be built
    Map<KernelSource, cl_program> build(cl_context context, List<KernelSource> sources, KernelStore first,
            RunListener listener) {
        int parts = Math.ceilDiv(sources.size(), TOGETHER);
        List<Part> built = new ArrayList<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Math.min(parts, Runtime.getRuntime().availableProcessors()))) {
            List<Future<Part>> started = new ArrayList<>();
            for (int i = 0; i < parts; i++) {
                List<KernelSource> part =
                        sources.subList(sources.size() * i / parts, sources.size() * (i + 1) / parts);
                started.add(threads.submit(() -> part(context, part, first)));
            }
            int ready = 0;
            for (Future<Part> part : started) {
                listener.preparing(ready, sources.size());
                built.add(ended(part));
                ready += built.getLast().sources.size();
            }
        }
        Optional<DeviceException> problem =
                built.stream().flatMap(part -> Optional.ofNullable(part.problem).stream()).findFirst();
        if (problem.isPresent()) {
            built.stream().filter(part -> part.problem == null).forEach(part -> calls.release(part.program));
            throw problem.get();
        }
        Map<KernelSource, cl_program> programs = new LinkedHashMap<>();
        for (Part part : built) {
            for (int i = 0; i < part.sources.size(); i++) {
                if (i > 0) {
                    calls.retain(part.program);
                }
                programs.put(part.sources.get(i), part.program);
            }
        }
        return programs;
    }

    private static Part ended(Future<Part> part) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return part.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("building kernels", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Some kernels in one program, or why there is none.
    private record Part(List<KernelSource> sources, cl_program program, DeviceException problem) {}

    private Part part(cl_context context, List<KernelSource> sources, KernelStore first) {
        try {
            return new Part(sources, program(context, KernelSource.program(sources), first), null);
        } catch (DeviceException e) {
            return new Part(sources, null, e);
        }
    }

    private cl_program program(cl_context context, String source, KernelStore first) {
        String options = "-cl-std=" + facts.language() + (facts.exactDivision() ? EXACT_DIVISION : "");
        byte[] key = String.join("\n", facts.platform(), facts.name(), facts.version(), facts.driver(), options, source)
                .getBytes(StandardCharsets.UTF_8);
        Optional<cl_program> kept = first.read(key).flatMap(binary -> fromBinary(context, binary, options))
                .or(() -> cache.flatMap(files -> files.read(key))
                        .flatMap(binary -> fromBinary(context, binary, options)));
        if (kept.isPresent()) {
            return kept.get();
        }
        cl_program program = built(calls.createProgram(context, source), options);
        keep(first, key, program);
        return program;
    }

    /// @return empty if the driver does not take it
    private Optional<cl_program> fromBinary(cl_context context, byte[] binary, String options) {
        try {
            return Optional.of(built(calls.loadProgram(context, device, binary), options));
        } catch (DeviceException _) {
            return Optional.empty();
        }
    }

    private cl_program built(cl_program program, String options) {
        try {
            calls.build(program, device, options);
            return program;
        } catch (RuntimeException e) {
            calls.release(program);
            throw e;
        }
    }

    private void keep(KernelStore first, byte[] key, cl_program program) {
        if (cache.isEmpty() && first == KernelStore.NONE) {
            return;
        }
        try {
            byte[] binary = calls.binary(program);
            first.write(key, binary);
            cache.ifPresent(files -> files.write(key, binary));
        } catch (DeviceException _) {
            // A driver without binaries builds from the source each time.
        }
    }
}

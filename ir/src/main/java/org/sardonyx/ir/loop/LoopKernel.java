package org.sardonyx.ir.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A kernel. Two that are equal are one: a network's layers share those that differ in their parameters only.
///
/// @param name what it does, in a word
/// @param buffers of numbers, read or written: float32, unless they are among the halves
/// @param parameters whole numbers that are given with each call
/// @param variable the index of the outermost loop
/// @param group the work-items that run the body together, if there are several
/// @param halves the buffers of float16: what is read there becomes float32, and what is written is rounded to the nearest, of two
///        the even one
public record LoopKernel(String name, List<String> buffers, List<String> parameters, String variable,
        LoopStatement.Block body, Optional<WorkGroup> group, Set<String> halves) {
    public LoopKernel {
        buffers = List.copyOf(buffers);
        parameters = List.copyOf(parameters);
        halves = Set.copyOf(halves);
        if (!buffers.containsAll(halves)) {
            throw new IllegalArgumentException("halves " + halves + " of buffers " + buffers);
        }
    }

    /// A kernel whose body is run by one work-item for each index.
    public LoopKernel(String name, List<String> buffers, List<String> parameters, String variable,
            LoopStatement.Block body) {
        this(name, buffers, parameters, variable, body, Optional.empty(), Set.of());
    }

    /// The format of each shared buffer, and of each other one that is not of float32.
    public Map<String, NumberFormat> formats() {
        Map<String, NumberFormat> formats = new HashMap<>();
        halves.forEach(buffer -> formats.put(buffer, NumberFormat.FLOAT16));
        group.ifPresent(items -> items.shared().forEach(shared -> formats.put(shared.name(), shared.format())));
        return formats;
    }

    /// The same kernel on other buffers of float16.
    public LoopKernel withHalves(Set<String> others) {
        return new LoopKernel(name, buffers, parameters, variable, body, group, others);
    }
}

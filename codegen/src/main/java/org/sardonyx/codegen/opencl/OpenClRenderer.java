package org.sardonyx.codegen.opencl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.runtime.opencl.DeviceFacts;
import org.sardonyx.runtime.opencl.Dispatch;
import org.sardonyx.runtime.opencl.KernelSource;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Step;

/// Renders the phases of a program's steps as OpenCL kernels.
///
/// The kernels of a phase become functions, which one OpenCL kernel calls for each index of the phase's range, on a processor by
/// a function for a part of the range. It takes a
/// pointer and an offset in elements for each place, then sizes and strides: layers that differ in these only share it.
/// Memory of a thread's own becomes an array of the work-item, or, where that would be much, a part of a buffer for each of
/// a few work-items that share the range.
public final class OpenClRenderer {
    /// What a work-item of a processor may have on its thread's stack.
    private static final long MOST_PRIVATE_BYTES = 1 << 20;
    /// Sizes of arrays are powers of two from here on, so that few kernels differ in them only.
    private static final long LEAST_PRIVATE_BYTES = 1 << 14;
    private static final String ALONE_IN_A_GROUP = "kernel __attribute__((reqd_work_group_size(1, 1, 1)))\nvoid ";

    private final DeviceFacts facts;

    /// @param facts of the device to render for
    public OpenClRenderer(DeviceFacts facts) {
        this.facts = facts;
    }

    /// Renders a phase.
    ///
    /// @param kernels the program's, in its order
    public Dispatch render(Step.Phase phase, List<LoopKernel> kernels) {
        return new Rendering(phase, kernels).dispatch();
    }

    private final class Rendering {
        private final Step.Phase phase;
        private final List<LoopKernel> kernels;
        private final List<Place> places = new ArrayList<>();
        /// By the names of the kernel's arguments.
        private final Map<String, Long> numbers = new LinkedHashMap<>();
        private final OpenClHelpers helpers = new OpenClHelpers();
        private final List<String> functions = new ArrayList<>();
        private final StringBuilder calls = new StringBuilder();
        private final long scratchBytes;
        private final boolean isScratchShared;

        Rendering(Step.Phase phase, List<LoopKernel> kernels) {
            this.phase = phase;
            this.kernels = kernels;
            scratchBytes = phase.launches().stream().flatMap(launch -> launch.buffers().stream())
                    .mapToLong(place -> place instanceof Place.OfThread own ? own.offset() + own.bytes() : 0).max()
                    .orElse(0);
            isScratchShared = scratchBytes > (facts.isProcessor() ? MOST_PRIVATE_BYTES : 0);
        }

        Dispatch dispatch() {
            StringJoiner name = new StringJoiner("_");
            for (Step.Launch launch : phase.launches()) {
                LoopKernel kernel = kernels.get(launch.kernel());
                name.add(kernel.name());
                call(launch, kernel);
            }
            if (isScratchShared) {
                numbers.put("extent", phase.extent());
                numbers.put("scratch_elements", scratchBytes / Float.BYTES);
            }
            List<String> definitions = new ArrayList<>(helpers.definitions());
            definitions.addAll(functions);
            return new Dispatch(
                    facts.isProcessor() ? inParts(name.toString(), definitions) : whole(name.toString(), definitions),
                    places, List.copyOf(numbers.values()), phase.extent(), facts.isProcessor() ? 1 : 0,
                    isScratchShared ? scratchBytes : 0);
        }

        private KernelSource whole(String name, List<String> definitions) {
            String own = isScratchShared
                    ? "    global float *own = scratch + get_global_id(0) * scratch_elements;\n"
                    : "";
            String loop = isScratchShared
                    ? "for (long index = get_global_id(0); index < extent; index += get_global_size(0)) {"
                    : "{\n        const long index = get_global_id(0);";
            String entry = "(%s)\n{\n%s    %s\n%s    }\n}\n\n".formatted(parameters("scratch"), own, loop, calls);
            String unique = KernelSource.unique(name, entry);
            return new KernelSource(unique, definitions, "kernel void " + unique + entry);
        }

        /// The part is a function that is not compiled into its callers: a kernel that calls those of many is compiled in the
        /// sum of their times, not in more.
        private KernelSource inParts(String name, List<String> definitions) {
            String part =
                    "(const long from, const long to, %s)\n{\n%s    for (long index = from; index < to; index++) {\n%s    }\n}\n\n"
                            .formatted(parameters("own"), scratchBytes > 0 && !isScratchShared ? array() : "", calls);
            String unique = KernelSource.unique(name, part);
            String function = KernelSource.part(unique);
            definitions.add("__attribute__((noinline)) void " + function + part);
            String range = isScratchShared
                    ? """
                                const long size = get_global_size(0);
                                %s(extent * item / size, extent * (item + 1) / size, %s, scratch + item * scratch_elements);
                            """
                    : "    %s(item, item + 1, %s);\n";
            return new KernelSource(unique, definitions, ALONE_IN_A_GROUP + unique + """
                    (%s)
                    {
                        const long item = get_global_id(0);
                    %s}

                    """.formatted(parameters("scratch"), range.formatted(function, arguments())));
        }

        /// Room for what a work-item keeps to itself.
        private String array() {
            long bytes = Math.max(LEAST_PRIVATE_BYTES, Long.highestOneBit(scratchBytes * 2 - 1));
            return "    float own[" + bytes / Float.BYTES + "] __attribute__((aligned(64)));\n";
        }

        private void call(Step.Launch launch, LoopKernel kernel) {
            Map<String, AddressSpace> spaces = new HashMap<>();
            StringJoiner arguments = new StringJoiner(", ");
            for (int i = 0; i < launch.buffers().size(); i++) {
                Place place = launch.buffers().get(i);
                boolean own = place instanceof Place.OfThread && !isScratchShared;
                spaces.put(kernel.buffers().get(i), own ? AddressSpace.PRIVATE : AddressSpace.GLOBAL);
                arguments.add(address(place));
            }
            for (int i = 0; i < launch.scalars().size(); i++) {
                arguments.add(number(OpenClExpressions.name(kernel.parameters().get(i)), launch.scalars().get(i)));
            }
            String body = OpenClFunction.render(kernel, spaces, helpers);
            String function = KernelSource.unique(kernel.name(), body);
            functions.add("void " + function + body);
            if (launch.places() == 1) {
                calls.append("        ").append(function).append("(index, ").append(arguments).append(");\n");
            } else {
                String count = number("places", launch.places());
                calls.append("""
                                for (long place = index * %1$s; place < (index + 1) * %1$s; place++) {
                                    %2$s(place, %3$s);
                                }
                        """.formatted(count, function, arguments));
            }
        }

        /// The argument of a number: one for all launches that take the same number by the same name.
        private String number(String name, long value) {
            String argument = name;
            for (int i = 2; numbers.getOrDefault(argument, value) != value; i++) {
                argument = name + "_" + i;
            }
            numbers.put(argument, value);
            return argument;
        }

        private String address(Place place) {
            if (place instanceof Place.OfThread(long offset, _)) {
                return "own + " + number("own_offset", offset / Float.BYTES);
            }
            if (!places.contains(place)) {
                places.add(place);
            }
            int number = places.indexOf(place);
            return "b%d + o%d".formatted(number, number);
        }

        /// @param own the name of the last one, if work-items have parts of a buffer
        private String parameters(String own) {
            StringJoiner parameters = new StringJoiner(", ");
            for (int i = 0; i < places.size(); i++) {
                parameters.add("global float *b%d, const long o%d".formatted(i, i));
            }
            numbers.keySet().forEach(name -> parameters.add("const long " + name));
            if (isScratchShared) {
                parameters.add("global float *" + own);
            }
            return parameters.toString();
        }

        /// The parameters handed on, but for the last one.
        private String arguments() {
            StringJoiner arguments = new StringJoiner(", ");
            for (int i = 0; i < places.size(); i++) {
                arguments.add("b%d, o%d".formatted(i, i));
            }
            numbers.keySet().forEach(arguments::add);
            return arguments.toString();
        }
    }
}

package org.sardonyx.codegen.opencl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.loop.NumberFormat;
import org.sardonyx.ir.loop.WorkGroup;
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
///
/// On other devices a work-item has neighbours, buffers are aligned as the program's places are,
/// and indices have 32 bits where that suffices: GPUs compute with these at a fraction of the cost. A kernel for
/// work-groups is a phase by itself, and an index of the phase's range a group.
public final class OpenClRenderer {
    /// What a work-item of a processor may have on its thread's stack.
    private static final long MOST_PRIVATE_BYTES = 1 << 20;
    /// Sizes of arrays are powers of two from here on, so that few kernels differ in them only.
    private static final long LEAST_PRIVATE_BYTES = 1 << 14;
    private static final String OF_GROUP = "kernel __attribute__((reqd_work_group_size(%d, 1, 1)))\nvoid ";

    /// Work-items of a group where the kernel does not ask for groups: a few of the lots in which any GPU runs them.
    private static final int NEIGHBOURS = 256;
    /// The sum of two indices still fits into 32 bits.
    public static final long MOST_SMALL_ELEMENTS = 1 << 30;

    private final DeviceFacts facts;
    private final boolean isSmall;

    /// @param facts of the device to render for
    /// @param isSmall whether no buffer has more than [#MOST_SMALL_ELEMENTS]
    public OpenClRenderer(DeviceFacts facts, boolean isSmall) {
        this.facts = facts;
        this.isSmall = isSmall;
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
        /// The numbers of the places where float16 lie.
        private final Set<Integer> halves = new HashSet<>();
        /// By the names of the kernel's arguments.
        private final Map<String, Long> numbers = new LinkedHashMap<>();
        private final OpenClHelpers helpers = new OpenClHelpers();
        private final List<String> functions = new ArrayList<>();
        private final StringBuilder calls = new StringBuilder();
        private final long scratchBytes;
        private final boolean isScratchShared;
        private final Optional<WorkGroup> group;

        Rendering(Step.Phase phase, List<LoopKernel> kernels) {
            this.phase = phase;
            this.kernels = kernels;
            scratchBytes = phase.launches().stream().flatMap(launch -> launch.buffers().stream())
                    .mapToLong(place -> place instanceof Place.OfThread own ? own.offset() + own.bytes() : 0).max()
                    .orElse(0);
            isScratchShared = scratchBytes > (facts.isProcessor() ? MOST_PRIVATE_BYTES : 0);
            group = phase.launches().stream().map(launch -> kernels.get(launch.kernel()).group())
                    .flatMap(Optional::stream).findFirst();
            if (group.isPresent() && (facts.isProcessor() || phase.launches().size() > 1 || scratchBytes > 0)) {
                throw new IllegalStateException("a kernel for work-groups on a processor, or not alone in its phase");
            }
        }

        Dispatch dispatch() {
            StringJoiner name = new StringJoiner("_");
            for (Step.Launch launch : phase.launches()) {
                LoopKernel kernel = kernels.get(launch.kernel());
                name.add(kernel.name());
                call(launch, kernel);
            }
            if (isScratchShared || isPadded()) {
                numbers.put("extent", phase.extent());
            }
            if (isScratchShared) {
                numbers.put("scratch_elements", scratchBytes / Float.BYTES);
            }
            List<String> definitions = new ArrayList<>(helpers.definitions());
            definitions.addAll(functions);
            return new Dispatch(
                    facts.isProcessor() ? inParts(name.toString(), definitions) : whole(name.toString(), definitions),
                    places, List.copyOf(numbers.values()), items(), groupSize(), isScratchShared ? scratchBytes : 0);
        }

        /// Whether the last group of work-items may have some that find nothing to do.
        private boolean isPadded() {
            return group.isEmpty() && !isScratchShared && !facts.isProcessor();
        }

        /// 0 where the driver may choose.
        private int groupSize() {
            return group.map(WorkGroup::items).orElse(facts.isProcessor() ? 1 : isPadded() ? NEIGHBOURS : 0);
        }

        private long items() {
            return group.isPresent()
                    ? phase.extent() * groupSize()
                    : isPadded() ? Math.ceilDiv(phase.extent(), NEIGHBOURS) * NEIGHBOURS : phase.extent();
        }

        private KernelSource whole(String name, List<String> definitions) {
            String memory = isScratchShared
                    ? "    global float *own = scratch + get_global_id(0) * scratch_elements;\n"
                    : shared();
            String entry = "(%s)\n{\n%s    %s\n%s    }\n}\n\n".formatted(parameters("scratch"), memory, loop(), calls);
            String unique = KernelSource.unique(name, entry);
            String head = groupSize() == 0 ? "kernel void " : OF_GROUP.formatted(groupSize());
            return new KernelSource(unique, definitions, head + unique + entry);
        }

        /// A device that does not compute with float16 has no variables of it, but pointers.
        private static boolean isHalf(WorkGroup.Shared buffer) {
            return buffer.format() == NumberFormat.FLOAT16;
        }

        /// What the items of a group share.
        private String shared() {
            StringBuilder shared = new StringBuilder();
            for (WorkGroup.Shared buffer : group.map(WorkGroup::shared).orElse(List.of())) {
                shared.append("    local %s %s[%d] __attribute__((aligned(64)));\n".formatted(
                        isHalf(buffer) ? "ushort" : "float", OpenClExpressions.name(buffer.name()), buffer.elements()));
            }
            return shared.toString();
        }

        private String loop() {
            if (isScratchShared) {
                return "for (long index = get_global_id(0); index < extent; index += get_global_size(0)) {";
            }
            return isPadded()
                    ? "const long index = get_global_id(0);\n    if (index < extent) {"
                    : "{\n        const long index = get_group_id(0);";
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
            return new KernelSource(unique, definitions, OF_GROUP.formatted(1) + unique + """
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
            if (group.isPresent()) {
                arguments.add("get_local_id(0)");
            }
            for (int i = 0; i < launch.buffers().size(); i++) {
                Place place = launch.buffers().get(i);
                boolean own = place instanceof Place.OfThread && !isScratchShared;
                spaces.put(kernel.buffers().get(i), own ? AddressSpace.PRIVATE : AddressSpace.GLOBAL);
                arguments.add(address(place, kernel.halves().contains(kernel.buffers().get(i))));
            }
            for (WorkGroup.Shared shared : group.map(WorkGroup::shared).orElse(List.of())) {
                spaces.put(shared.name(), AddressSpace.LOCAL);
                arguments.add((isHalf(shared) ? "(local half *) " : "") + OpenClExpressions.name(shared.name()));
            }
            for (int i = 0; i < launch.scalars().size(); i++) {
                arguments.add(number(OpenClExpressions.name(kernel.parameters().get(i)), launch.scalars().get(i)));
            }
            String body =
                    OpenClFunction.render(kernel, new OpenClExpressions(spaces, kernel.formats(),
                            indices(kernel, launch), helpers));
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

        private OpenClExpressions.Indices indices(LoopKernel kernel, Step.Launch launch) {
            return facts.isProcessor()
                    ? OpenClExpressions.Indices.WIDE
                    : new OpenClExpressions.Indices(isSmall ? "int" : "long",
                            Optional.of(new Divisors(kernel, launch.scalars())));
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

        /// @param isHalf whether elements have two bytes; offsets are told in those of four
        private String address(Place place, boolean isHalf) {
            if (place instanceof Place.OfThread(long offset, _)) {
                return "own + " + number("own_offset", offset / Float.BYTES);
            }
            if (!places.contains(place)) {
                places.add(place);
            }
            int number = places.indexOf(place);
            if (isHalf) {
                halves.add(number);
            }
            return (isHalf ? "b%d + 2 * o%d" : "b%d + o%d").formatted(number, number);
        }

        /// @param own the name of the last one, if work-items have parts of a buffer
        private String parameters(String own) {
            StringJoiner parameters = new StringJoiner(", ");
            for (int i = 0; i < places.size(); i++) {
                parameters.add("global %s *b%d, const long o%d".formatted(halves.contains(i) ? "half" : "float", i, i));
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

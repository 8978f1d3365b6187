package org.sardonyx.runtime.opencl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/// One kernel that goes through phases which are kernels of their own elsewhere. To launch a kernel makes a processor's threads
/// sleep and wake, which takes longer than many a phase; within a kernel a thread that waits for the next phase just looks
/// again and again.
///
/// It is launched with some work-items, each alone in its group, which go through the phases in order. A phase's range is cut into
/// pieces, of which each work-item has an equal share: it takes those one by one, by an atomic counter, then what is left of the others'
/// shares. When there are none to take, it adds the number of those it has done to the phase's counter of finished ones, and waits until that
/// is the number of all.
///
/// **It ends**, however many work-items the driver runs at the same time, as long as one that has begun is continued, which
/// threads of a system are. A work-item waits for pieces only which others have taken: those have begun, and they wait for nothing
/// before they have told that the pieces are done. One that begins late finds nothing to do, in the extreme, when the
/// driver runs one work-item after the other, because the first one has done everything, and has not waited at all.
///
/// **It computes what the kernels would** one after the other. A work-item's writes come before its addition to the counter, which
/// releases them; those that find the counter at its end have acquired them. Indices of a range may be computed by anyone in any
/// order, so it makes no difference who takes what.
///
/// **It leaves the counters at zero**, as it wants to find them. The last work-item to end sets them; the others do not look at them any
/// more, and the next launch of an in-order queue begins after this one has ended.
///
/// @param functions the kernels of which phases are parts, by the numbers that [PhaseTable] gives them
/// @param buffers how many arguments are buffers of the phases
record JoinedKernel(List<Dispatch> functions, int buffers) {
    /// Counters lie so far apart, in numbers of 32 bits, that no two are in the same line of a cache, or in neighbouring ones,
    /// which processors fetch in pairs.
    static final int COUNTER_STRIDE = 32;

    /// Arguments of the kernel before the buffers.
    static final int ARGUMENTS = 6;
    /// The numbers of a phase before the arguments of its function: that function's number, the range, the size of a piece.
    static final int HEADER = 3;

    JoinedKernel {
        functions = List.copyOf(functions);
    }

    KernelSource source() {
        Set<String> definitions = new LinkedHashSet<>();
        functions.forEach(function -> definitions.addAll(function.source().definitions()));
        String part = """
                void part_of_phase(global const long *phase, const long from, const long to, global float *const *buffers,
                                   global float *own)
                {
                    switch (phase[0]) {
                %s    }
                }

                """.formatted(cases());
        definitions.add(PAUSE);
        StringJoiner parameters = new StringJoiner(", ");
        StringJoiner names = new StringJoiner(", ");
        for (int i = 0; i < buffers; i++) {
            parameters.add("global float *b" + i);
            names.add("b" + i);
        }
        String body = BODY.formatted(parameters, names, COUNTER_STRIDE);
        String name = KernelSource.unique("phases", String.join("", definitions) + part + body);
        return new KernelSource(name, new ArrayList<>(definitions),
                part + "kernel __attribute__((reqd_work_group_size(1, 1, 1)))\nvoid " + name + body);
    }

    /// Calls of the functions, with arguments from the table.
    private String cases() {
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < functions.size(); i++) {
            Dispatch function = functions.get(i);
            StringJoiner arguments = new StringJoiner(", ");
            int next = HEADER;
            for (int j = 0; j < function.buffers().size(); j++) {
                arguments.add("buffers[phase[" + next++ + "]], phase[" + next++ + "]");
            }
            for (int j = 0; j < function.numbers().size(); j++) {
                arguments.add("phase[" + next++ + "]");
            }
            if (function.scratchBytes() > 0) {
                arguments.add("own");
            }
            cases.append("    case ").append(i).append(":\n        ")
                    .append(KernelSource.part(function.source().name())).append("(from, to, ").append(arguments)
                    .append(");\n        break;\n");
        }
        return cases.toString();
    }

    /// What a thread does while it waits, where the compiler knows how to tell the processor.
    private static final String PAUSE = """
            void pause(void)
            {
            #if defined(__has_builtin)
            #if __has_builtin(__builtin_ia32_pause)
                __builtin_ia32_pause();
            #endif
            #endif
            }

            """;

    /// The first counter is that of the work-items that have ended. Then, for each phase, there are those of the pieces that were
    /// taken of each share, and that of all pieces that are done.
    private static final String BODY = """
            (global const long *table, global atomic_uint *counters, const long first, const long last,
             global float *scratch, const long scratch_elements, %1$s)
            {
                global float *const buffers[] = {%2$s};
                const long workers = get_global_size(0);
                const long worker = get_global_id(0);
                global float *own = scratch + worker * scratch_elements;
                for (long i = first; i < last; i++) {
                    global const long *phase = table + table[i];
                    const long extent = phase[1];
                    const long piece = phase[2];
                    const long pieces = (extent + piece - 1) / piece;
                    global atomic_uint *taken = counters + (1 + i * (workers + 1)) * %3$d;
                    global atomic_uint *done = taken + workers * %3$d;
                    uint mine = 0;
                    for (long j = 0; j < workers; j++) {
                        const long share = (worker + j) %% workers;
                        const long start = pieces * share / workers;
                        const uint count = pieces * (share + 1) / workers - start;
                        global atomic_uint *next = taken + share * %3$d;
                        while (atomic_load_explicit(next, memory_order_relaxed, memory_scope_device) < count) {
                            const uint number =
                                atomic_fetch_add_explicit(next, 1u, memory_order_relaxed, memory_scope_device);
                            if (number >= count) {
                                break;
                            }
                            const long from = (start + number) * piece;
                            part_of_phase(phase, from, min(from + piece, extent), buffers, own);
                            mine++;
                        }
                    }
                    if (mine > 0) {
                        atomic_fetch_add_explicit(done, mine, memory_order_release, memory_scope_device);
                    }
                    while (atomic_load_explicit(done, memory_order_acquire, memory_scope_device) < pieces) {
                        pause();
                    }
                }
                if (atomic_fetch_add_explicit(counters, 1u, memory_order_acq_rel, memory_scope_device) == workers - 1) {
                    for (long i = 1 + first * (workers + 1); i < 1 + last * (workers + 1); i++) {
                        atomic_store_explicit(counters + i * %3$d, 0u, memory_order_relaxed, memory_scope_device);
                    }
                    atomic_store_explicit(counters, 0u, memory_order_relaxed, memory_scope_device);
                }
            }

            """;
}

package org.sardonyx.tests.compiled;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.sardonyx.ir.loop.MatrixForm;
import org.sardonyx.runtime.opencl.Dispatch;
import org.sardonyx.runtime.opencl.KernelSource;

/// Has kernels whose items multiply matrices run where there are no tensor cores: the function that has the instruction is replaced by one
/// with which items exchange their registers through shared memory. All else is compiled as it was rendered.
final class EmulatedMatrices {
    private static final int REGISTERS = MatrixForm.LEFT + MatrixForm.RIGHT;

    private EmulatedMatrices() {}

    /// The same kernel, if it multiplies no matrices.
    static Dispatch emulated(Dispatch dispatch) {
        KernelSource source = dispatch.source();
        List<String> definitions = new ArrayList<>();
        String entry = source.entry();
        for (String definition : source.definitions()) {
            if (definition.contains("mma.sync")) {
                MatrixForm form = definition.contains("tf32") ? MatrixForm.TF32 : MatrixForm.FLOAT16;
                definitions.add(function(form));
            } else {
                definitions.add(definition.replaceAll("= multiply_(tf32|float16)\\(",
                        "= emulated((local uint *) weights_tile, item, "));
            }
        }
        if (!definitions.equals(source.definitions())) {
            entry = withRoom(entry, (int) dispatch.groupSize() * REGISTERS);
        }
        return new Dispatch(new KernelSource(source.name(), definitions, entry), dispatch.buffers(),
                dispatch.numbers(), dispatch.extent(), dispatch.groupSize(), dispatch.scratchBytes());
    }

    /// Before the weights there is room for the registers.
    private static String withRoom(String entry, int registers) {
        Matcher weights = Pattern.compile("local (float|ushort) weights_tile\\[(\\d+)]").matcher(entry);
        if (!weights.find()) {
            throw new AssertionError(entry);
        }
        int room = weights.group(1).equals("float") ? registers : 2 * registers;
        String argument = weights.group(1).equals("float") ? "weights_tile" : "(local half *) weights_tile";
        return weights
                .replaceFirst("local $1 weights_tile[" + (Integer.parseInt(weights.group(2)) + room) + "]")
                .replace(", " + argument + ",", ", " + argument + " + " + room + ",");
    }

    /// The numbers that an item needs are looked up where the PTX ISA says that others have them.
    private static String function(MatrixForm form) {
        return """
                float4 emulated(local uint *weights, const int item, const uint a0, const uint a1, const uint a2, const uint a3,
                                const uint b0, const uint b1, const float c0, const float c1, const float c2, const float c3)
                {
                    const int numbers = %1$d;
                    const int depth = %2$d;
                    local uint *all = weights - get_local_size(0) * %3$d;
                    local uint *own = all + item * %3$d;
                    own[0] = a0;
                    own[1] = a1;
                    own[2] = a2;
                    own[3] = a3;
                    own[4] = b0;
                    own[5] = b1;
                    barrier(CLK_LOCAL_MEM_FENCE);
                    float sums[4] = {c0, c1, c2, c3};
                    for (int i = 0; i < 4; i++) {
                        const int column = item %% 4 * 2 + i %% 2;
                        for (int k = 0; k < depth; k++) {
                            const int behind = k / (depth / 2);
                            const int in_quad = k %% (depth / 2) / numbers;
                            const local uint *a = all + (item / 4 * 4 + in_quad) * %3$d + i / 2 + 2 * behind;
                            const local uint *b = all + (item / 32 * 32 + column * 4 + in_quad) * %3$d + 4 + behind;
                            sums[i] += %4$s * %5$s;
                        }
                    }
                    barrier(CLK_LOCAL_MEM_FENCE);
                    return vload4(0, sums);
                }

                """.formatted(form.numbers(), form.depth(), REGISTERS, number(form, "a"), number(form, "b"));
    }

    private static String number(MatrixForm form, String register) {
        return switch (form) {
            case TF32 -> "as_float(*" + register + ")";
            case FLOAT16 -> "vload_half(k % 2, (const local half *) " + register + ")";
        };
    }
}

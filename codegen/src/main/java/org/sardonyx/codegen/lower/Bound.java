package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.codegen.kernel.Epilogue;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.value.Tensor;

/// An epilogue with the buffers and strides of its operands.
///
/// @param isUniform whether the pixels of all tensors follow each other at equal distances
record Bound(Epilogue epilogue, List<Integer> buffers, Map<String, Long> parameters, boolean isUniform) {
    /// @return empty if an operand has a shape for which there is no form
    static Optional<Bound> of(Group group, Values values, Buffers buffers, boolean channelsLast) {
        List<Epilogue.Operand> kinds = new ArrayList<>();
        List<Integer> used = new ArrayList<>();
        Map<String, Long> parameters = new HashMap<>();
        boolean uniform = true;
        long[] shape = group.node().output(0).shape().sizes();
        List<Operand> taken = group.taken();
        for (Operand operand : taken) {
            Operand outer = group.outer().get(operand);
            if (!Values.isPlain(outer)) {
                return Optional.empty();
            }
            String name = "e" + kinds.size();
            Optional<Tensor> constant = Values.constant(outer);
            long[] sizes = aligned(outer.shape().sizes(), shape.length);
            int channel = channelsLast ? 1 : shape.length - 1;
            if (constant.isPresent() && variesOnlyAlong(sizes, channel)) {
                kinds.add(Epilogue.Operand.PER_CHANNEL);
                used.add(buffers.constant(perChannel(buffers, constant.get(), shape[channel])));
                continue;
            }
            kinds.add(Epilogue.Operand.PER_ELEMENT);
            if (Arrays.equals(sizes, shape) && (!channelsLast || outer.shape().rank() == shape.length)) {
                Stored stored = channelsLast ? values.channelsLast(outer) : values.inOrder(outer);
                used.add(stored.buffer());
                parameters.putAll(
                        channelsLast ? stored.strides(name) : Stored.ofRows(stored.buffer(), shape).strides(name));
                uniform &= stored.isUniform();
            } else if (channelsLast && outer.shape().rank() == 4 && sizes[1] == shape[1]) {
                Stored stored = values.channelsLast(outer);
                used.add(stored.buffer());
                parameters.putAll(repeated(name, sizes, stored));
                uniform = false;
            } else if (channelsLast && sizes[1] == 1) {
                Stored stored = values.inOrder(outer);
                used.add(stored.buffer());
                kinds.set(kinds.size() - 1, Epilogue.Operand.PER_PIXEL);
                parameters.putAll(
                        repeated(name, sizes, Stored.inOrder(stored.buffer(), sizes[0], 1, sizes[2], sizes[3])));
                uniform = false;
            } else {
                return Optional.empty();
            }
        }
        if (group.members().isEmpty()) {
            return Optional.of(new Bound(Epilogue.NONE, used, parameters, uniform));
        }
        for (int i = 1; i < group.results().size(); i++) {
            Operand result = group.node().output(i);
            Stored stored = channelsLast
                    ? values.allocateChannelsLast(result)
                    : Stored.ofRows(values.allocateInOrder(result).buffer(), shape);
            used.add(stored.buffer());
            parameters.putAll(stored.strides("y" + i));
            uniform &= stored.isUniform();
        }
        Formula formula = new Formula(group.results(), group.anchor().map(anchor -> anchor.output(0)), taken);
        return Optional.of(
                new Bound(new Epilogue(kinds, group.results().size(), formula), used, parameters, uniform));
    }

    /// The strides of a tensor that is repeated along axes of size 1.
    private static Map<String, Long> repeated(String name, long[] sizes, Stored stored) {
        return Map.of(name + "_origin", stored.origin(), name + "_image", sizes[0] == 1 ? 0 : stored.image(),
                name + "_row", sizes[2] == 1 ? 0 : stored.row(), name + "_pixel", sizes[3] == 1 ? 0 : stored.pixel());
    }

    private static long[] aligned(long[] sizes, int rank) {
        long[] aligned = new long[Math.max(rank, sizes.length)];
        Arrays.fill(aligned, 1);
        System.arraycopy(sizes, 0, aligned, aligned.length - sizes.length, sizes.length);
        return aligned;
    }

    private static boolean variesOnlyAlong(long[] sizes, int axis) {
        for (int i = 0; i < sizes.length; i++) {
            if (i != axis && sizes[i] != 1) {
                return false;
            }
        }
        return true;
    }

    private static Tensor perChannel(Buffers buffers, Tensor constant, long channels) {
        Tensor padded = buffers.allocateConstant(channels);
        for (long i = 0; i < channels; i++) {
            padded.setDouble(i, constant.getDouble(constant.size() == 1 ? 0 : i));
        }
        return padded;
    }
}

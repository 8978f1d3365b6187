package org.sardonyx.passes.rules;

import java.util.function.DoublePredicate;

import org.sardonyx.ir.value.Tensor;

/// Questions about the elements of constants.
final class Numbers {
    private static final int CHUNK = 1024;

    private Numbers() {}

    static boolean all(Tensor tensor, DoublePredicate predicate) {
        for (long i = 0; i < tensor.size(); i++) {
            if (!predicate.test(tensor.getDouble(i))) {
                return false;
            }
        }
        return true;
    }

    /// In chunks: weights are many.
    static boolean isFinite(Tensor tensor) {
        if (tensor.dataType().isInteger()) {
            return true;
        }
        double[] chunk = new double[CHUNK];
        boolean finite = true;
        for (long from = 0; from < tensor.size() && finite; from += CHUNK) {
            int count = (int) Math.min(CHUNK, tensor.size() - from);
            tensor.readDoubles(from, chunk, 0, count);
            for (int i = 0; i < count; i++) {
                finite &= Math.abs(chunk[i]) <= Double.MAX_VALUE;
            }
        }
        return finite;
    }

    /// Whether every element is this number, the sign of zero included.
    static boolean allAre(Tensor tensor, double number) {
        return all(tensor, element -> Double.compare(element, number) == 0);
    }

    /// Whether every element is zero of either sign.
    static boolean isZero(Tensor tensor) {
        return all(tensor, element -> element == 0);
    }
}

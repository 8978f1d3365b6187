package org.sardonyx.passes.rules;

import java.util.function.DoublePredicate;

import org.sardonyx.ir.value.Tensor;

/// Questions about the elements of constants.
final class Numbers {
    private Numbers() {}

    static boolean all(Tensor tensor, DoublePredicate predicate) {
        for (long i = 0; i < tensor.size(); i++) {
            if (!predicate.test(tensor.getDouble(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isFinite(Tensor tensor) {
        return tensor.dataType().isInteger() || all(tensor, Double::isFinite);
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

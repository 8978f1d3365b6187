package org.sardonyx.cli.run;

import org.sardonyx.ir.value.Tensor;

/// What is told about the numbers of a tensor; those that are NaN are left out of all but their count.
///
/// @param smallest the index of the smallest number, -1 if there is none
/// @param largest the index of the largest number, -1 if there is none
/// @param notNumbers how many are NaN
record Statistics(long smallest, long largest, double mean, long notNumbers) {

    static Statistics of(Tensor tensor) {
        long smallest = -1;
        long largest = -1;
        long notNumbers = 0;
        double sum = 0;
        for (long i = 0; i < tensor.size(); i++) {
            double number = tensor.getDouble(i);
            if (Double.isNaN(number)) {
                notNumbers++;
                continue;
            }
            sum += number;
            smallest = smallest < 0 || isLess(tensor, i, smallest) ? i : smallest;
            largest = largest < 0 || isLess(tensor, largest, i) ? i : largest;
        }
        return new Statistics(smallest, largest, sum / (tensor.size() - notNumbers), notNumbers);
    }

    /// Integers of 64 bits are compared as such, a double could not tell neighbours apart.
    static boolean isLess(Tensor tensor, long a, long b) {
        return switch (tensor.dataType().kind()) {
            case SIGNED -> tensor.getLong(a) < tensor.getLong(b);
            case UNSIGNED -> Long.compareUnsigned(tensor.getLong(a), tensor.getLong(b)) < 0;
            default -> tensor.getDouble(a) < tensor.getDouble(b);
        };
    }
}

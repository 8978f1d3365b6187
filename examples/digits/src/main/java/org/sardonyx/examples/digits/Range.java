package org.sardonyx.examples.digits;

import java.util.random.RandomGenerator;

/// The interval a random quantity is drawn from, evenly.
record Range(double low, double high) {
    Range {
        if (!(low <= high)) {
            throw new IllegalArgumentException("empty range from " + low + " to " + high);
        }
    }

    /// The interval from `-extent` to `extent`.
    static Range around(double extent) {
        return new Range(-extent, extent);
    }

    double draw(RandomGenerator random) {
        return low + (high - low) * random.nextDouble();
    }
}

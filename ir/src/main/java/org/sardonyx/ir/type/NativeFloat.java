package org.sardonyx.ir.type;

/// The two IEEE 754 formats of the Java language: binary32 and binary64.
enum NativeFloat implements Encoding {
    SINGLE(Float.MAX_VALUE) {
        @Override
        public double decode(long bits) {
            return Float.intBitsToFloat((int) bits);
        }

        @Override
        long bits(double value) {
            return Integer.toUnsignedLong(Float.floatToRawIntBits((float) value));
        }
    },
    DOUBLE(Double.MAX_VALUE) {
        @Override
        public double decode(long bits) {
            return Double.longBitsToDouble(bits);
        }

        @Override
        long bits(double value) {
            return Double.doubleToRawLongBits(value);
        }
    };

    private final double highest;

    NativeFloat(double highest) {
        this.highest = highest;
    }

    abstract long bits(double value);

    /// Clamping first is exact: it changes only numbers that would round beyond the range or to its end.
    @Override
    public long encode(double value, boolean saturate) {
        return bits(saturate ? Math.clamp(value, -highest, highest) : value);
    }

    @Override
    public double lowest() {
        return -highest;
    }

    @Override
    public double highest() {
        return highest;
    }
}

package org.sardonyx.ir.type;

/// Integers of 1 to 64 bits, in two's complement where `signed`.
record WholeNumber(int bits, boolean signed) implements IntegerEncoding {
    @Override
    public double decode(long raw) {
        long value = decodeLong(raw);
        if (signed || value >= 0) {
            return value;
        }
        // An unsigned number of 64 bits: halve it and keep the lost bit sticky, so that the one rounding is right.
        return (value >>> 1 | value & 1) * 2.0;
    }

    @Override
    public long encode(double value, boolean saturate) {
        if (saturate && value >= highest()) {
            return encodeLong(signed ? Long.MAX_VALUE >>> (64 - bits) : -1L);
        }
        if (saturate && value <= lowest()) {
            return encodeLong(signed ? -1L << (bits - 1) : 0L);
        }
        return encodeLong(modulo(value));
    }

    @Override
    public long decodeLong(long raw) {
        int unused = 64 - bits;
        return signed ? raw << unused >> unused : raw << unused >>> unused;
    }

    @Override
    public long encodeLong(long value) {
        return value & (-1L >>> (64 - bits));
    }

    @Override
    public double lowest() {
        return signed ? -Math.scalb(1.0, bits - 1) : 0.0;
    }

    @Override
    public double highest() {
        return Math.scalb(1.0, signed ? bits - 1 : bits) - 1.0;
    }

    /// `value` truncated toward zero, modulo 2^64; 0 for NaN and the infinities (ECMAScript's `ToInt32`, with 64 bits).
    private static long modulo(double value) {
        if (Math.abs(value) < 0x1p63) {
            return (long) value;
        }
        int shift = Math.getExponent(value) - 52;
        if (shift >= 64) {
            return 0; // a multiple of 2^64, an infinity or NaN
        }
        long significand = Double.doubleToRawLongBits(value) & 0xF_FFFF_FFFF_FFFFL | 1L << 52;
        return (value < 0 ? -significand : significand) << shift;
    }
}

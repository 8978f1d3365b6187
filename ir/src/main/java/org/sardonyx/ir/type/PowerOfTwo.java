package org.sardonyx.ir.type;

/// E8M0, the scale type of the OCP Microscaling formats: eight exponent bits with bias 127, neither sign nor mantissa.
/// Code 0 is 2^-127, code 254 is 2^127, code 255 is NaN; there is no zero and no infinity.
record PowerOfTwo() implements Encoding {
    private static final int BIAS = 127;
    private static final int NAN = 0xFF;
    private static final int LARGEST = 0xFE;

    @Override
    public double decode(long bits) {
        int code = (int) bits & 0xFF;
        return code == NAN ? Double.NaN : Math.scalb(1.0, code - BIAS);
    }

    @Override
    public long encode(double value, boolean saturate) {
        return encode(value, RoundMode.NEAREST, saturate);
    }

    static long encode(double value, RoundMode mode, boolean saturate) {
        if (!(value >= 0.0)) {
            return NAN;
        }
        int code = exponent(value, mode) + BIAS;
        if (code >= 0 && code <= LARGEST) {
            return code;
        }
        if (!saturate) {
            return NAN;
        }
        return code < 0 ? 0 : LARGEST;
    }

    /// The exponent of the power of two that `value` rounds to. What counts as zero, infinity or subnormal for a double
    /// keeps the double's own exponent, which is out of range here.
    private static int exponent(double value, RoundMode mode) {
        int floor = Math.getExponent(value);
        double ratio = Math.scalb(value, -floor);
        boolean up = switch (mode) {
            case UP -> ratio > 1.0;
            case DOWN -> false;
            case NEAREST -> ratio >= 1.5;
        };
        return up ? floor + 1 : floor;
    }

    @Override
    public double lowest() {
        return 0x1p-127;
    }

    @Override
    public double highest() {
        return 0x1p127;
    }
}

package org.sardonyx.ir.type;

/// A binary floating-point format of at most 16 bits: sign, exponent, mantissa, in this order from the top.
///
/// With `E` the exponent field and `M` the mantissa field, a finite number is `2^(E-bias) * (1 + M/2^mantissaBits)`, or
/// `2^(1-bias) * M/2^mantissaBits` where `E` is 0. `special` says which codes are not finite.
record SmallFloat(int exponentBits, int mantissaBits, int bias, Special special) implements Encoding {
    /// IEEE 754 binary16.
    static final SmallFloat FLOAT16 = new SmallFloat(5, 10, 15, Special.IEEE);
    /// The upper half of IEEE 754 binary32.
    static final SmallFloat BFLOAT16 = new SmallFloat(8, 7, 127, Special.IEEE);
    /// OCP FP8 E4M3: up to 448.
    static final SmallFloat FLOAT8E4M3FN = new SmallFloat(4, 3, 7, Special.NAN_IN_ALL_ONES);
    /// Up to 240.
    static final SmallFloat FLOAT8E4M3FNUZ = new SmallFloat(4, 3, 8, Special.NAN_IN_NEGATIVE_ZERO);
    /// OCP FP8 E5M2: up to 57344.
    static final SmallFloat FLOAT8E5M2 = new SmallFloat(5, 2, 15, Special.IEEE);
    /// Up to 57344.
    static final SmallFloat FLOAT8E5M2FNUZ = new SmallFloat(5, 2, 16, Special.NAN_IN_NEGATIVE_ZERO);
    /// OCP MX FP4: up to 6.
    static final SmallFloat FLOAT4E2M1 = new SmallFloat(2, 1, 1, Special.NONE);

    private static final int DOUBLE_MANTISSA_BITS = 52;
    private static final long DOUBLE_MANTISSA = (1L << DOUBLE_MANTISSA_BITS) - 1;

    /// Which codes are not finite numbers.
    enum Special {
        /// The largest exponent holds the infinities (mantissa 0) and the NaNs, as IEEE 754 has it.
        IEEE,
        /// No infinity; the code of all ones, with either sign, is NaN ("FN").
        NAN_IN_ALL_ONES,
        /// No infinity and no negative zero, whose code is the only NaN ("FNUZ").
        NAN_IN_NEGATIVE_ZERO,
        /// Every code is finite.
        NONE
    }

    @Override
    public double decode(long bits) {
        long magnitude = bits & largestCode();
        boolean negative = (bits & signBit()) != 0;
        double value = isFinite(magnitude, negative) ? finite(magnitude) : notFinite(magnitude);
        return Math.copySign(value, negative ? -1.0 : 1.0);
    }

    private boolean isFinite(long magnitude, boolean negative) {
        boolean onlyNan = special == Special.NAN_IN_NEGATIVE_ZERO && negative && magnitude == 0;
        return magnitude <= largestFinite() && !onlyNan;
    }

    private double finite(long magnitude) {
        int exponent = (int) (magnitude >>> mantissaBits);
        long mantissa = magnitude & mantissaMask();
        return exponent == 0
                ? Math.scalb((double) mantissa, 1 - bias - mantissaBits)
                : Math.scalb((double) (mantissa | 1L << mantissaBits), exponent - bias - mantissaBits);
    }

    private double notFinite(long magnitude) {
        if (special != Special.IEEE) {
            return Double.NaN;
        }
        long mantissa = magnitude & mantissaMask();
        long infinity = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
        return Double.longBitsToDouble(infinity | mantissa << DOUBLE_MANTISSA_BITS - mantissaBits);
    }

    @Override
    public long encode(double value, boolean saturate) {
        long bits = Double.doubleToRawLongBits(value);
        long sign = bits < 0 ? signBit() : 0;
        if (Double.isNaN(value)) {
            return nan(sign, bits & DOUBLE_MANTISSA);
        }
        long magnitude = Double.isInfinite(value) ? largestFinite() + 1 : round(value);
        if (magnitude > largestFinite()) {
            return saturate ? sign | largestFinite() : beyond(sign);
        }
        return magnitude == 0 && special == Special.NAN_IN_NEGATIVE_ZERO ? 0 : sign | magnitude;
    }

    /// The code of |value| rounded to nearest even, with as many exponents as it takes: above [#largestFinite] the
    /// number is out of range.
    private long round(double value) {
        int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT);
        long significand = Double.doubleToRawLongBits(value) & DOUBLE_MANTISSA;
        if (Math.abs(value) >= Double.MIN_NORMAL) {
            significand |= 1L << DOUBLE_MANTISSA_BITS;
        }
        int smallestExponent = 1 - bias;
        int targetExponent = Math.max(exponent, smallestExponent);
        int dropped = DOUBLE_MANTISSA_BITS - mantissaBits + targetExponent - exponent;
        if (dropped > DOUBLE_MANTISSA_BITS + 2) {
            return 0;
        }
        long kept = significand >>> dropped;
        long rest = significand & (1L << dropped) - 1;
        long half = 1L << dropped - 1;
        if (rest > half || rest == half && (kept & 1) == 1) {
            kept++;
        }
        // The leading one of a normal number in `kept` adds one to the exponent field; so does a carry.
        return ((long) (targetExponent - smallestExponent) << mantissaBits) + kept;
    }

    private long beyond(long sign) {
        return switch (special) {
            case IEEE -> sign | largestFinite() + 1;
            case NAN_IN_ALL_ONES, NAN_IN_NEGATIVE_ZERO -> nan(sign, 0);
            case NONE -> sign | largestFinite();
        };
    }

    /// The quiet NaN with this sign and the upper bits of a double's payload, as far as the format has them; without
    /// any NaN in the format its negative zero.
    private long nan(long sign, long payload) {
        return switch (special) {
            case IEEE -> {
                long quiet = 1L << mantissaBits - 1;
                yield sign | largestFinite() + 1 | quiet | payload >>> DOUBLE_MANTISSA_BITS - mantissaBits;
            }
            case NAN_IN_ALL_ONES -> sign | largestCode();
            case NAN_IN_NEGATIVE_ZERO, NONE -> signBit();
        };
    }

    @Override
    public double lowest() {
        return -highest();
    }

    @Override
    public double highest() {
        return finite(largestFinite());
    }

    private long signBit() {
        return 1L << exponentBits + mantissaBits;
    }

    private long largestCode() {
        return signBit() - 1;
    }

    private long mantissaMask() {
        return (1L << mantissaBits) - 1;
    }

    private long largestFinite() {
        return switch (special) {
            case IEEE -> largestCode() - mantissaMask() - 1;
            case NAN_IN_ALL_ONES -> largestCode() - 1;
            case NAN_IN_NEGATIVE_ZERO, NONE -> largestCode();
        };
    }
}

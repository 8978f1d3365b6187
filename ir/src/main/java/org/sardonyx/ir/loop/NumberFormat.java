package org.sardonyx.ir.loop;

import java.util.Locale;

/// How the numbers of a buffer are stored. Kernels compute with float32: what is read becomes that, and what is written is
/// rounded.
public enum NumberFormat {
    /// IEEE 754 binary32.
    FLOAT32(4),
    /// IEEE 754 binary16: 10 bits of fraction, up to 65,504. Rounded to the nearest, of two the even one.
    FLOAT16(2),
    /// TensorFloat-32, which takes 4 bytes: the exponents of float32, and the first 10 bits of its fraction. Rounded to the nearest,
    /// of two the one farther from zero, as `cvt.rna.tf32.f32` of PTX does.
    TF32(4);

    /// The bits of a float32 that a number of TensorFloat-32 has.
    public static final int TF32_BITS = 0xffff_e000;
    /// What is added to the bits of a float32 to round it, half of the last bit.
    public static final int TF32_HALF = 0x0000_1000;

    private final int bytes;

    NumberFormat(int bytes) {
        this.bytes = bytes;
    }

    /// The size of a number.
    public int bytes() {
        return bytes;
    }

    /// The number that is stored; NaN stays NaN.
    public float round(float x) {
        return switch (this) {
            case FLOAT32 -> x;
            case FLOAT16 -> Float.float16ToFloat(Float.floatToFloat16(x));
            case TF32 -> Float.isNaN(x) ? x : Float.intBitsToFloat(Float.floatToRawIntBits(x) + TF32_HALF & TF32_BITS);
        };
    }

    /// As texts call it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

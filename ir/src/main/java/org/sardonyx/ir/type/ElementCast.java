package org.sardonyx.ir.type;

import java.util.Objects;

/// The conversion of one element from a type to another as ONNX's
/// [Cast](https://onnx.ai/onnx/operators/onnx__Cast.html) defines it for numbers and truth values, rounding once.
///
/// | to | rule |
/// | --- | --- |
/// | float16, bfloat16, float32, float64 | nearest even; infinity beyond the range |
/// | 8-bit floats, `saturate` | nearest even; the largest finite number beyond the range, infinities included |
/// | 8-bit floats, not `saturate` | nearest even; infinity beyond the range, NaN where there is no infinity |
/// | float8e8m0 | a power of two, see [DataType#encodeE8M0] |
/// | float4e2m1 | nearest even; the largest number beyond the range; NaN gives -0.0 |
/// | integers | truncates toward zero, wraps modulo 2^n |
/// | bool | zero (of either sign) is false, anything else true |
///
/// The operator page and the page "Float stored in 8 bits" differ on one point: what an infinity becomes in a FNUZ type
/// when saturating. This follows the operator page (the largest finite number), as ONNX's own tests do.
///
/// @param from the type of the elements given
/// @param to the type of the elements wanted
/// @param saturate what happens beyond the range of an 8-bit float; without effect on the other types
/// @param roundMode the rounding into [DataType#FLOAT8E8M0]; without effect on the other types
public record ElementCast(DataType from, DataType to, boolean saturate, RoundMode roundMode) {
    /// @throws IllegalArgumentException if a type is string or complex
    public ElementCast {
        requireNumber(from);
        requireNumber(to);
        Objects.requireNonNull(roundMode);
    }

    /// The cast with ONNX's defaults: saturating, and rounding up into [DataType#FLOAT8E8M0].
    ///
    /// @throws IllegalArgumentException if a type is string or complex
    public static ElementCast between(DataType from, DataType to) {
        return new ElementCast(from, to, true, RoundMode.UP);
    }

    /// The bits in the type [#to] for an element given by its bits in the type [#from].
    public long apply(long bits) {
        if (from.isFloat()) {
            return encode(from.decode(bits));
        }
        if (!to.isFloat()) {
            return to.encodeLong(from.decodeLong(bits));
        }
        return encode(to == DataType.FLOAT64 ? from.decode(bits) : sticky(from.decodeLong(bits)));
    }

    private long encode(double value) {
        return switch (to) {
            case FLOAT8E8M0 -> DataType.encodeE8M0(value, roundMode, saturate);
            case FLOAT8E4M3FN, FLOAT8E4M3FNUZ, FLOAT8E5M2, FLOAT8E5M2FNUZ ->
                    saturate ? to.encodeSaturating(value) : to.encode(value);
            default -> to.encode(value);
        };
    }

    /// An integer as a double that rounds into any float of 32 bits or less as the integer itself would ("round to
    /// odd"): bits too low for a double are dropped, and one that was set leaves a mark in the lowest bit kept. A
    /// double has 53 bits, more than the 24 + 2 this needs.
    private double sticky(long value) {
        boolean negative = value < 0 && from.isSigned();
        long magnitude = negative ? -value : value;
        int dropped = 11 - Long.numberOfLeadingZeros(magnitude);
        if (dropped > 0) {
            long kept = magnitude >>> dropped;
            magnitude = kept << dropped == magnitude ? kept : kept | 1;
        }
        double scaled = Math.scalb((double) magnitude, Math.max(dropped, 0));
        return negative ? -scaled : scaled;
    }

    private static void requireNumber(DataType type) {
        if (type.isComplex() || type == DataType.STRING) {
            throw new IllegalArgumentException("no numeric cast from or to " + type.text());
        }
    }
}

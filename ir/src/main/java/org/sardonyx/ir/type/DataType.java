package org.sardonyx.ir.type;

import java.util.Arrays;
import java.util.Optional;
import org.sardonyx.ir.ModelException;

/// An element type of a tensor: every type of ONNX's `TensorProto.DataType`, with bit-exact conversions.
///
/// An element travels as a `long` that holds its bits right-aligned with the upper bits zero, or as the `double` or
/// `long` number the bits stand for. Each conversion rounds once. Strings and complex numbers are no single number:
/// their conversions throw [IllegalStateException].
///
/// Sources: the ONNX operator page [Cast](https://onnx.ai/onnx/operators/onnx__Cast.html), the ONNX pages "Float stored
/// in 8 bits" and "Float stored in 4 bits", the OCP Microscaling Formats (MX) Specification 1.0, IEEE 754-2019.
public enum DataType {
    FLOAT32(1, "float32", 32, Kind.FLOAT, NativeFloat.SINGLE),
    FLOAT64(11, "float64", 64, Kind.FLOAT, NativeFloat.DOUBLE),
    FLOAT16(10, "float16", 16, Kind.FLOAT, SmallFloat.FLOAT16),
    BFLOAT16(16, "bfloat16", 16, Kind.FLOAT, SmallFloat.BFLOAT16),
    FLOAT8E4M3FN(17, "float8e4m3fn", 8, Kind.FLOAT, SmallFloat.FLOAT8E4M3FN),
    FLOAT8E4M3FNUZ(18, "float8e4m3fnuz", 8, Kind.FLOAT, SmallFloat.FLOAT8E4M3FNUZ),
    FLOAT8E5M2(19, "float8e5m2", 8, Kind.FLOAT, SmallFloat.FLOAT8E5M2),
    FLOAT8E5M2FNUZ(20, "float8e5m2fnuz", 8, Kind.FLOAT, SmallFloat.FLOAT8E5M2FNUZ),
    FLOAT8E8M0(24, "float8e8m0", 8, Kind.FLOAT, new PowerOfTwo()),
    FLOAT4E2M1(23, "float4e2m1", 4, Kind.FLOAT, SmallFloat.FLOAT4E2M1),
    INT64(7, "int64", 64, Kind.SIGNED, new WholeNumber(64, true)),
    INT32(6, "int32", 32, Kind.SIGNED, new WholeNumber(32, true)),
    INT16(5, "int16", 16, Kind.SIGNED, new WholeNumber(16, true)),
    INT8(3, "int8", 8, Kind.SIGNED, new WholeNumber(8, true)),
    INT4(22, "int4", 4, Kind.SIGNED, new WholeNumber(4, true)),
    INT2(26, "int2", 2, Kind.SIGNED, new WholeNumber(2, true)),
    UINT64(13, "uint64", 64, Kind.UNSIGNED, new WholeNumber(64, false)),
    UINT32(12, "uint32", 32, Kind.UNSIGNED, new WholeNumber(32, false)),
    UINT16(4, "uint16", 16, Kind.UNSIGNED, new WholeNumber(16, false)),
    UINT8(2, "uint8", 8, Kind.UNSIGNED, new WholeNumber(8, false)),
    UINT4(21, "uint4", 4, Kind.UNSIGNED, new WholeNumber(4, false)),
    UINT2(25, "uint2", 2, Kind.UNSIGNED, new WholeNumber(2, false)),
    BOOL(9, "bool", 8, Kind.BOOL, new TruthValue()),
    STRING(8, "string", 0, Kind.STRING, new NotANumber("string")),
    COMPLEX64(14, "complex64", 64, Kind.COMPLEX, new NotANumber("complex64")),
    COMPLEX128(15, "complex128", 128, Kind.COMPLEX, new NotANumber("complex128"));

    /// What the elements of a type are.
    public enum Kind {
        /// Floating-point numbers.
        FLOAT,
        /// Integers in two's complement.
        SIGNED,
        /// Integers without a sign.
        UNSIGNED,
        /// Truth values, a byte each: zero is false, anything else true.
        BOOL,
        /// Character strings.
        STRING,
        /// Pairs of a real and an imaginary floating-point number.
        COMPLEX
    }

    private final int onnxCode;
    private final String text;
    private final int bits;
    private final Kind kind;
    private final Encoding encoding;

    DataType(int onnxCode, String text, int bits, Kind kind, Encoding encoding) {
        this.onnxCode = onnxCode;
        this.text = text;
        this.bits = bits;
        this.kind = kind;
        this.encoding = encoding;
    }

    /// The type's number in `TensorProto.DataType`: 1 for [#FLOAT32] up to 26 for [#INT2].
    public int onnxCode() {
        return onnxCode;
    }

    /// The type with this number in `TensorProto.DataType`; empty for 0 (undefined) and for numbers ONNX does not use.
    public static Optional<DataType> ofOnnxCode(int code) {
        return Arrays.stream(values()).filter(type -> type.onnxCode == code).findFirst();
    }

    /// The type's name in lower case: `float32`, `float8e4m3fn`, `int4`, `bool`, `string`, `complex64`.
    public String text() {
        return text;
    }

    /// The type whose [#text] is exactly `text`, if there is one.
    public static Optional<DataType> parse(String text) {
        return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
    }

    /// The size of one element in bits: a [#BOOL] takes 8, a complex number both its parts, and a [#STRING], which has
    /// no fixed size, gives 0.
    public int bits() {
        return bits;
    }

    /// What the elements are.
    public Kind kind() {
        return kind;
    }

    /// Whether elements are real floating-point numbers.
    public boolean isFloat() {
        return kind == Kind.FLOAT;
    }

    /// Whether elements are integers, signed or not; [#BOOL] is none.
    public boolean isInteger() {
        return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
    }

    /// Whether the type has negative numbers: signed integers, complex numbers and every float but [#FLOAT8E8M0].
    public boolean isSigned() {
        return switch (kind) {
            case FLOAT -> this != FLOAT8E8M0;
            case SIGNED, COMPLEX -> true;
            case UNSIGNED, BOOL, STRING -> false;
        };
    }

    /// Whether elements are complex numbers.
    public boolean isComplex() {
        return kind == Kind.COMPLEX;
    }

    /// The number that `bits` stand for; bits above the element's are ignored. Exact for floats (a NaN keeps its sign
    /// and payload), the nearest double for integers, 0 or 1 for [#BOOL].
    ///
    /// @throws IllegalStateException for strings and complex numbers
    public double decode(long bits) {
        return encoding.decode(bits);
    }

    /// The bits of `value` in this type.
    ///
    /// - Floats: the nearest number, ties to even. Beyond the range: infinity, or NaN where the type has no infinity.
    ///   A NaN keeps its sign and the upper bits of its payload where the type has them, and becomes quiet.
    /// - [#FLOAT4E2M1] has neither infinity nor NaN: it always saturates, and NaN gives -0.0. (So ONNX's own tests; the
    ///   page "Float stored in 4 bits" says 6.)
    /// - [#FLOAT8E8M0] is [#encodeE8M0] with [RoundMode#NEAREST] and without saturation.
    /// - Integers: truncates toward zero and wraps modulo 2^n; NaN and the infinities give 0. (ONNX leaves values out
    ///   of range undefined here; wrapping is what its fixed-point casts do.)
    /// - [#BOOL]: 0 for both zeros, 1 for anything else, NaN included.
    ///
    /// @throws IllegalStateException for strings and complex numbers
    public long encode(double value) {
        return encoding.encode(value, false);
    }

    /// The bits of `value` in this type as [#encode] gives them, but what lies beyond the range, infinities included,
    /// becomes the largest or smallest finite number; for integers too. This is ONNX's `saturate=1` for 8-bit floats.
    /// [#FLOAT8E8M0] is [#encodeE8M0] with [RoundMode#NEAREST] and saturation.
    ///
    /// @throws IllegalStateException for strings and complex numbers
    public long encodeSaturating(double value) {
        return encoding.encode(value, true);
    }

    /// The bits of `value` in [#FLOAT8E8M0], which holds the powers of two from 2^-127 to 2^127 and NaN.
    ///
    /// Rounds first, as `mode` says. A power above 2^127 (infinity included) then gives 2^127 when saturating, else
    /// NaN; one below 2^-127 (zero included) gives 2^-127 when saturating, else NaN. Negative numbers, which ONNX
    /// leaves unspecified, give NaN; both zeros count as zero.
    public static long encodeE8M0(double value, RoundMode mode, boolean saturate) {
        return PowerOfTwo.encode(value, mode, saturate);
    }

    /// The integer that `bits` stand for, sign- or zero-extended; [#UINT64] gives its 64 bits unchanged, [#BOOL] gives
    /// 0 or 1.
    ///
    /// @throws IllegalStateException for types that are neither integer nor bool
    public long decodeLong(long bits) {
        return integers().decodeLong(bits);
    }

    /// The bits of an integer in this type: the low n bits; [#BOOL] gives 0 for zero and 1 for anything else.
    ///
    /// @throws IllegalStateException for types that are neither integer nor bool
    public long encodeLong(long value) {
        return integers().encodeLong(value);
    }

    private IntegerEncoding integers() {
        if (encoding instanceof IntegerEncoding integers) {
            return integers;
        }
        throw new IllegalStateException(text + " does not hold integers");
    }

    /// The smallest finite number: 2^-127 for [#FLOAT8E8M0]; exact for every type.
    ///
    /// @throws IllegalStateException for strings and complex numbers
    public double lowest() {
        return encoding.lowest();
    }

    /// The largest finite number; for [#INT64] and [#UINT64] the nearest double, which is one above it.
    ///
    /// @throws IllegalStateException for strings and complex numbers
    public double highest() {
        return encoding.highest();
    }

    /// The bytes that `count` elements take, packed without gaps: `ceil(count * bits / 8)`.
    ///
    /// @throws IllegalArgumentException if `count` is negative
    /// @throws ModelException if the size exceeds a `long`
    /// @throws IllegalStateException for [#STRING]
    public long bytesFor(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("negative element count " + count);
        }
        if (kind == Kind.STRING) {
            throw new IllegalStateException("strings have no fixed size");
        }
        if (bits > 8 && count > Long.MAX_VALUE / (bits / 8)) {
            throw new ModelException(count + " elements of type " + text() + " take more than 2^63 bytes");
        }
        return bits >= 8 ? count * (bits / 8) : Math.ceilDiv(count, 8 / bits);
    }
}

package org.sardonyx.frontend.onnxtext;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.sardonyx.frontend.onnx.proto.TensorProto;

/// How the elements of a tensor are written: as the literals that ONNX's own parser puts into the field for their type.
///
/// A float of 16 bits or fewer is the number that its bits make. Two elements of 4 bits, or four of 2 bits, are one
/// literal. A complex number is two.
enum ElementType {
    FLOAT(Form.FLOAT, 4), //
    DOUBLE(Form.DOUBLE, 8), //
    INT8(Byte.MIN_VALUE, Byte.MAX_VALUE, 1), //
    INT16(Short.MIN_VALUE, Short.MAX_VALUE, 2), //
    INT32(Integer.MIN_VALUE, Integer.MAX_VALUE, 4), //
    INT64(Long.MIN_VALUE, Long.MAX_VALUE, 8), //
    UINT8(0, 0xff, 1), //
    UINT16(0, 0xffff, 2), //
    UINT32(0, 0xffff_ffffL, 4), //
    UINT64(Form.UNSIGNED, 8), //
    STRING(Form.STRING, 0), //
    BOOL(0, 0xff, 1), //
    FLOAT16(0, 0xffff, 2), //
    BFLOAT16(0, 0xffff, 2), //
    COMPLEX64(Form.FLOAT, 4), //
    COMPLEX128(Form.DOUBLE, 8), //
    FLOAT8E4M3FN(0, 0xff, 1), //
    FLOAT8E4M3FNUZ(0, 0xff, 1), //
    FLOAT8E5M2(0, 0xff, 1), //
    FLOAT8E5M2FNUZ(0, 0xff, 1), //
    FLOAT8E8M0(0, 0xff, 1), //
    FLOAT4E2M1(0, 0xff, 1), //
    UINT4(0, 0xff, 1), //
    INT4(0, 0xff, 1), //
    UINT2(0, 0xff, 1), //
    INT2(0, 0xff, 1), //
    /// Its literals are single elements, whereas `raw_data` packs four into three bytes.
    FLOAT6E2M3(0, 0x3f, 0), //
    /// As [#FLOAT6E2M3].
    FLOAT6E3M2(0, 0x3f, 0);

    /// What kind of literal.
    enum Form {
        FLOAT, DOUBLE, INTEGER, UNSIGNED, STRING
    }

    private static final Map<String, ElementType> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ElementType::text, type -> type));
    private static final Map<Integer, ElementType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ElementType::code, type -> type));

    private final Form form;
    private final long least;
    private final long greatest;
    private final int bytes;

    ElementType(Form form, int bytes) {
        this.form = form;
        this.least = 0;
        this.greatest = 0;
        this.bytes = bytes;
    }

    ElementType(long least, long greatest, int bytes) {
        this.form = Form.INTEGER;
        this.least = least;
        this.greatest = greatest;
        this.bytes = bytes;
    }

    static Optional<ElementType> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    static Optional<ElementType> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    /// The number in `TensorProto.DataType`.
    int code() {
        return TensorProto.DataType.valueOf(name()).getNumber();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    Form form() {
        return form;
    }

    long least() {
        return least;
    }

    long greatest() {
        return greatest;
    }

    /// The bytes of a literal in `raw_data`; 0 where literals do not stand there one by one.
    int bytes() {
        return bytes;
    }

    /// How many literals `count` elements take.
    long literals(long count) {
        return switch (this) {
            case COMPLEX64, COMPLEX128 -> Math.multiplyExact(2, count);
            case FLOAT4E2M1, UINT4, INT4 -> Math.ceilDiv(count, 2);
            case UINT2, INT2 -> Math.ceilDiv(count, 4);
            default -> count;
        };
    }
}

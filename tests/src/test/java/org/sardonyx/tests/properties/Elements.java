package org.sardonyx.tests.properties;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// How the elements of a tensor are drawn.
@FunctionalInterface
interface Elements {
    double[] EXTREME_FLOATS = {0.0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, Double.NaN, Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MIN_NORMAL, 1e-40, Float.MAX_VALUE,
        -Float.MAX_VALUE, 1e10, -1e10, 88.8, -88.8, 709.9, 65504, -65520, 0x1p31, 0x1p63};
    long[] EXTREME_INTEGERS = {0, 1, -1, 2, -2, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE,
        Short.MAX_VALUE, Short.MIN_VALUE, Byte.MAX_VALUE, Byte.MIN_VALUE, 255, 65535, 0xFFFFFFFFL, 64, 31, 33};
    String[] STRINGS = {"", "a", "b", "A", "ab", "abc", "ä", "日本", "0", "-1.5", "\n", "a b"};

    /// Sets one element.
    void set(Tensor tensor, long index, Draw draw);

    /// Everything the type has: its extremes, NaN, infinities, zeros of either sign, subnormal and ordinary numbers.
    Elements ANY = (tensor, index, draw) -> {
        DataType type = tensor.dataType();
        switch (type.kind()) {
            case BOOL -> tensor.setBoolean(index, draw.flag());
            case STRING -> tensor.setString(index, draw.of(STRINGS));
            case COMPLEX -> tensor.setComplex(index, draw.real(-10, 10), draw.real(-10, 10));
            case SIGNED, UNSIGNED -> tensor.setLong(index, switch (draw.integer(0, 3)) {
                case 0 -> EXTREME_INTEGERS[draw.integer(0, EXTREME_INTEGERS.length - 1)];
                case 1 -> draw.bits();
                default -> draw.integer(-100, 100);
            });
            case FLOAT -> {
                switch (draw.integer(0, 5)) {
                    case 0, 1 -> tensor.setDouble(index,
                            EXTREME_FLOATS[draw.integer(0, EXTREME_FLOATS.length - 1)]);
                    case 2 -> tensor.setBits(index, draw.bits() >>> (64 - type.bits()));
                    default -> tensor.setDouble(index, draw.real(-10, 10));
                }
            }
        }
    };

    /// As [#ANY], without infinities and NaN.
    Elements FINITE = (tensor, index, draw) -> {
        do {
            ANY.set(tensor, index, draw);
        } while (tensor.dataType().isFloat() && !Double.isFinite(tensor.getDouble(index)));
    };

    /// Small multiples of 1/4, or small integers: sums of many products of them are exact in every type of 16 bits or more,
    /// so that the order of a sum does not matter.
    Elements EXACT = (tensor, index, draw) -> {
        DataType type = tensor.dataType();
        if (type.isFloat()) {
            tensor.setDouble(index, draw.integer(-8, 8) / 4.0);
        } else {
            tensor.setLong(index, draw.integer(type.isSigned() ? -3 : 0, 3));
        }
    };

    /// As [#ANY], without NaN.
    Elements COMPARABLE = (tensor, index, draw) -> {
        do {
            ANY.set(tensor, index, draw);
        } while (tensor.dataType().isFloat() && Double.isNaN(tensor.getDouble(index)));
    };

    /// Rounded to integers.
    static Elements whole(Elements elements) {
        return (tensor, index, draw) -> {
            elements.set(tensor, index, draw);
            tensor.setDouble(index, Math.rint(tensor.getDouble(index)));
        };
    }

    /// Numbers between two, `high` excluded; integers for an integer type, and none below zero if it has none.
    static Elements between(double low, double high) {
        return (tensor, index, draw) -> {
            DataType type = tensor.dataType();
            double number = draw.real(type.isSigned() ? low : Math.max(low, 0), high);
            if (type.isFloat()) {
                tensor.setDouble(index, number);
            } else {
                tensor.setLong(index, (long) Math.floor(number));
            }
        };
    }
}

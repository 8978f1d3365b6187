package org.sardonyx.ir.operator;

import java.util.Arrays;
import java.util.StringJoiner;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Tensors as short texts: type, sizes, elements. `int64 2x3: 1 2 3 4 5 6` is a matrix, `bool : 1` a scalar,
/// `float32 0:` has no elements.
final class Literal {
    private Literal() {}

    static Tensor of(String text) {
        String[] parts = text.split(":", -1);
        String[] type = parts[0].split(" ", -1);
        DataType dataType = DataType.parse(type[0]).orElseThrow();
        long[] sizes = type.length == 1 || type[1].isEmpty()
                ? new long[0]
                : Arrays.stream(type[1].split("x")).mapToLong(Long::parseLong).toArray();
        String[] elements = parts[1].isBlank() ? new String[0] : parts[1].strip().split(" +");
        if (dataType == DataType.STRING) {
            return Tensor.ofStrings(sizes, elements);
        }
        if (dataType.isFloat()) {
            return Tensor.ofDoubles(dataType, sizes,
                    Arrays.stream(elements).mapToDouble(Double::parseDouble).toArray());
        }
        return Tensor.ofLongs(dataType, sizes, Arrays.stream(elements).mapToLong(Long::parseLong).toArray());
    }

    /// Numbers that are not whole are given to four digits, the negative zero as `-0`.
    static String text(Tensor tensor) {
        StringJoiner sizes = new StringJoiner("x");
        Arrays.stream(tensor.sizes()).forEach(size -> sizes.add(Long.toString(size)));
        StringBuilder text = new StringBuilder(tensor.dataType().text()).append(' ').append(sizes).append(':');
        for (long i = 0; i < tensor.size(); i++) {
            text.append(' ').append(switch (tensor.dataType().kind()) {
                case STRING -> tensor.getString(i);
                case FLOAT -> number(tensor.getDouble(i));
                case UNSIGNED -> Long.toUnsignedString(tensor.getLong(i));
                default -> Long.toString(tensor.getLong(i));
            });
        }
        return text.toString();
    }

    private static String number(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        if (!(Math.abs(value) < 1e9)) {
            return Double.toString(value);
        }
        double rounded = Math.rint(value * 1e4) / 1e4;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}

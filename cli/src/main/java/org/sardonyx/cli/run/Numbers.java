package org.sardonyx.cli.run;

import java.math.BigDecimal;
import java.math.MathContext;

import org.sardonyx.cli.terminal.Printable;
import org.sardonyx.ir.value.Tensor;

/// Elements of tensors as text for a person to read.
final class Numbers {
    private static final MathContext SIX_DIGITS = new MathContext(6);
    private static final int LONGEST_STRING = 60;

    private Numbers() {}

    /// A number with six significant digits, without zeros at the end: `0.0123457`, `3`, `1.5E+10`.
    static String text(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        if (number == 0) {
            return Double.doubleToRawLongBits(number) == 0 ? "0" : "-0";
        }
        BigDecimal rounded = new BigDecimal(number).round(SIX_DIGITS).stripTrailingZeros();
        return rounded.scale() <= 0 && rounded.scale() > -7 ? rounded.toPlainString() : rounded.toString();
    }

    /// An element of a tensor.
    static String text(Tensor tensor, long index) {
        return switch (tensor.dataType().kind()) {
            case FLOAT -> text(tensor.getDouble(index));
            case SIGNED -> Long.toString(tensor.getLong(index));
            case UNSIGNED -> Long.toUnsignedString(tensor.getLong(index));
            case BOOL -> Boolean.toString(tensor.getBoolean(index));
            case STRING -> quoted(tensor.getString(index));
            case COMPLEX ->
                    text(tensor.getDouble(index)) + (Math.copySign(1, tensor.getImaginary(index)) < 0 ? "" : "+")
                            + text(tensor.getImaginary(index)) + "i";
        };
    }

    private static String quoted(String text) {
        String line = Printable.line(text);
        return '"' + (line.length() <= LONGEST_STRING ? line : line.substring(0, LONGEST_STRING - 3) + "...") + '"';
    }
}

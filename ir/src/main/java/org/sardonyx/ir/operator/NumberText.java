package org.sardonyx.ir.operator;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.ElementCast;
import org.sardonyx.ir.value.Tensor;

/// Numbers as ONNX's Cast writes and reads them: in plain notation, with the fewest digits that tell a number from its
/// neighbours in its type (`1`, `314.15926`), or `NaN`, `INF`, `-INF`. It reads scientific notation (`1e-5`, `1E8`),
/// too, and the three words without regard to case.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Cast.html">Cast</a>
final class NumberText {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]++(\\.[0-9]*+)?|\\.[0-9]++)([eE][+-]?[0-9]++)?");
    private static final int LONGEST_QUOTE = 40;

    private NumberText() {}

    /// An element of a tensor of numbers or truth values (which read 1 and 0).
    static String format(Tensor x, long index) {
        return switch (x.dataType().kind()) {
            case FLOAT -> format(x.getDouble(index), x.dataType());
            case SIGNED, BOOL -> Long.toString(x.getLong(index));
            case UNSIGNED -> Long.toUnsignedString(x.getLong(index));
            case STRING, COMPLEX -> throw new IllegalStateException("not numbers: " + x.type());
        };
    }

    private static String format(double value, DataType type) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "INF" : "-INF";
        }
        if (value == 0) {
            return 1 / value > 0 ? "0" : "-0";
        }
        String digits = type == DataType.FLOAT64 ? Double.toString(value) : Float.toString((float) value);
        return new BigDecimal(digits).stripTrailingZeros().toPlainString();
    }

    /// The bits of a number in the type a cast leads to.
    ///
    /// @param fromDouble the cast from float64
    /// @throws ModelException if the text is not a number
    static long parse(String text, ElementCast fromDouble) {
        DataType to = fromDouble.to();
        String stripped = text.strip();
        if (to.isInteger() && INTEGER.matcher(stripped).matches()) {
            try {
                return to.encodeLong(to == DataType.UINT64 && !stripped.startsWith("-")
                        ? Long.parseUnsignedLong(stripped)
                        : Long.parseLong(stripped));
            } catch (NumberFormatException _) {
                // Beyond 64 bits: out of the type's range, like a float of that size.
            }
        }
        if (to == DataType.FLOAT32 && DECIMAL.matcher(stripped).matches()) {
            return Integer.toUnsignedLong(Float.floatToRawIntBits(Float.parseFloat(stripped)));
        }
        return fromDouble.apply(Double.doubleToRawLongBits(parse(stripped)));
    }

    private static double parse(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "INF", "+INF" -> Double.POSITIVE_INFINITY;
            case "-INF" -> Double.NEGATIVE_INFINITY;
            case "NAN" -> Double.NaN;
            default -> {
                if (!DECIMAL.matcher(text).matches()) {
                    throw new ModelException("the string '" + shortened(text) + "' is not a number");
                }
                yield Double.parseDouble(text);
            }
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }
}

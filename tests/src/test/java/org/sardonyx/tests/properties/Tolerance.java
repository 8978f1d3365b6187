package org.sardonyx.tests.properties;

import java.util.Arrays;
import java.util.Optional;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// How far a number may be from another. Truth values and strings must be the same; NaN is the same as any other NaN.
///
/// @param unitsInLastPlace how many numbers of the element type may lie between the two, less one
/// @param relative how large a part of the expected number the difference may be
/// @param absolute how large the difference may be in any case
/// @param signOfZero whether 0.0 is another number than -0.0
record Tolerance(long unitsInLastPlace, double relative, double absolute, boolean signOfZero) {
    static final Tolerance EXACT = new Tolerance(0, 0, 0, true);
    /// For sums, whose order the standard leaves open and with it the sign of a zero.
    static final Tolerance EQUAL = new Tolerance(0, 0, 0, false);

    static Tolerance ulps(long count) {
        return new Tolerance(count, 0, 0, false);
    }

    /// Allows a difference that is small in another sense.
    Tolerance or(double relativePart, double absolutePart) {
        return new Tolerance(unitsInLastPlace, relativePart, absolutePart, signOfZero);
    }

    static Tolerance close(double relative, double absolute) {
        return new Tolerance(0, relative, absolute, false);
    }

    /// What is different between two tensors, empty if nothing is.
    Optional<String> difference(Tensor expected, Tensor actual) {
        if (expected.dataType() != actual.dataType() || !Arrays.equals(expected.sizes(), actual.sizes())) {
            return Optional.of("expected a " + expected.type() + ", found a " + actual.type());
        }
        for (long i = 0; i < expected.size(); i++) {
            if (!agrees(expected, actual, i)) {
                return Optional.of("element " + i + ": expected " + text(expected, i) + ", found " + text(actual, i)
                        + "\n  expected " + OperatorCase.text(expected) + "\n  found    " + OperatorCase.text(actual));
            }
        }
        return Optional.empty();
    }

    private boolean agrees(Tensor expected, Tensor actual, long index) {
        return switch (expected.dataType().kind()) {
            case STRING -> expected.getString(index).equals(actual.getString(index));
            case BOOL, SIGNED, UNSIGNED -> {
                long distance = Math.abs(expected.getLong(index) - actual.getLong(index));
                yield distance >= 0 && distance <= (long) absolute;
            }
            case FLOAT -> agrees(expected.dataType(), expected.getBits(index), actual.getBits(index));
            case COMPLEX -> near(expected.getDouble(index), actual.getDouble(index))
                    && near(expected.getImaginary(index), actual.getImaginary(index));
        };
    }

    private boolean agrees(DataType type, long expectedBits, long actualBits) {
        double expected = type.decode(expectedBits);
        double actual = type.decode(actualBits);
        if (Double.isNaN(expected) || Double.isNaN(actual)) {
            return Double.isNaN(expected) && Double.isNaN(actual);
        }
        if (expected == 0 && actual == 0) {
            return !signOfZero || expectedBits == actualBits;
        }
        long distance = Math.abs(place(type, expectedBits) - place(type, actualBits));
        // A difference that overflows is no small one.
        return distance >= 0 && distance <= unitsInLastPlace || near(expected, actual);
    }

    private boolean near(double expected, double actual) {
        return expected == actual || Math.abs(expected - actual) <= absolute + relative * Math.abs(expected)
                && Double.isFinite(expected) && Double.isFinite(actual);
    }

    /// The place of a number in the order of all numbers of its type; zero has place 0.
    private static long place(DataType type, long bits) {
        long sign = 1L << (type.bits() - 1);
        return (bits & sign) == 0 ? bits : -(bits & sign - 1);
    }

    /// An element as Java writes it.
    static String text(Tensor tensor, long index) {
        return switch (tensor.dataType().kind()) {
            case STRING -> "\"" + tensor.getString(index) + "\"";
            case BOOL -> Boolean.toString(tensor.getBoolean(index));
            case SIGNED -> Long.toString(tensor.getLong(index));
            case UNSIGNED -> Long.toUnsignedString(tensor.getLong(index));
            case FLOAT -> tensor.dataType() == DataType.FLOAT64
                    ? Double.toString(tensor.getDouble(index))
                    : Float.toString((float) tensor.getDouble(index));
            case COMPLEX -> tensor.getDouble(index) + " + " + tensor.getImaginary(index) + " i";
        };
    }
}

package org.sardonyx.cli.conform;

import java.util.Arrays;
import java.util.Optional;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Compares two tensors of one type and shape, element by element.
final class TensorComparison {
    private final Tensor got;
    private final Tensor want;
    private final Tolerance tolerance;
    private Errors errors = Errors.NONE;
    private long differing;
    private long worst;
    private double worstDifference = -1;

    private TensorComparison(Tensor got, Tensor want, Tolerance tolerance) {
        this.got = got;
        this.want = want;
        this.tolerance = tolerance;
    }

    static Comparison of(Tensor got, Tensor want, Tolerance tolerance) {
        TensorComparison comparison = new TensorComparison(got, want, tolerance);
        for (long i = 0; i < want.size(); i++) {
            comparison.compare(i);
        }
        return new Comparison(comparison.problem(), comparison.errors);
    }

    private void compare(long i) {
        switch (want.dataType().kind()) {
            case FLOAT -> compareFloats(i);
            case SIGNED, UNSIGNED -> compareIntegers(i);
            case COMPLEX -> compareComplex(i);
            case BOOL -> compareExactly(i, got.getBoolean(i) == want.getBoolean(i));
            case STRING -> compareExactly(i, got.getString(i).equals(want.getString(i)));
        }
    }

    private void compareFloats(long i) {
        double found = got.getDouble(i);
        double wanted = want.getDouble(i);
        if (found == wanted || Double.isNaN(found) && Double.isNaN(wanted)) {
            return;
        }
        if (Double.isNaN(found) || Double.isNaN(wanted)) {
            differ(i, Double.POSITIVE_INFINITY);
            return;
        }
        long ulps = UnitsInLastPlace.distance(want.dataType(), got.getBits(i), want.getBits(i));
        measure(i, Math.abs(found - wanted), Math.abs(wanted), ulps);
    }

    private void compareIntegers(long i) {
        long found = got.getLong(i);
        long wanted = want.getLong(i);
        if (found == wanted) {
            return;
        }
        boolean signed = want.dataType().kind() == DataType.Kind.SIGNED;
        boolean more = signed ? found > wanted : Long.compareUnsigned(found, wanted) > 0;
        long difference = more ? found - wanted : wanted - found;
        measure(i, DataType.UINT64.decode(difference), Math.abs(want.getDouble(i)), 0);
    }

    /// The tolerance is for the distance in the complex plane.
    private void compareComplex(long i) {
        double found = got.getDouble(i);
        double foundImaginary = got.getImaginary(i);
        double wanted = want.getDouble(i);
        double wantedImaginary = want.getImaginary(i);
        if (same(found, wanted) && same(foundImaginary, wantedImaginary)) {
            return;
        }
        double difference = Math.hypot(found - wanted, foundImaginary - wantedImaginary);
        measure(i, Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference,
                Math.hypot(wanted, wantedImaginary), 0);
    }

    private static boolean same(double found, double wanted) {
        return found == wanted || Double.isNaN(found) && Double.isNaN(wanted);
    }

    private void compareExactly(long i, boolean equal) {
        if (!equal) {
            differ(i, 1);
        }
    }

    private void measure(long i, double difference, double magnitude, long ulps) {
        double relative = magnitude == 0 ? 0 : difference / magnitude;
        errors = errors.max(new Errors(difference, Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative, ulps));
        if (Double.isInfinite(difference) || !tolerance.admits(difference, magnitude)) {
            differ(i, difference);
        }
    }

    private void differ(long i, double difference) {
        differing++;
        errors = errors.max(new Errors(difference, 0, 0));
        if (difference > worstDifference) {
            worstDifference = difference;
            worst = i;
        }
    }

    private Optional<String> problem() {
        return differing == 0
                ? Optional.empty()
                : Optional.of(differing + " of " + want.size() + " elements differ, most at " + index(worst) + ": got "
                        + text(got, worst) + ", want " + text(want, worst));
    }

    private String index(long position) {
        long[] index = new long[want.rank()];
        long rest = position;
        for (int axis = want.rank() - 1; axis >= 0; axis--) {
            index[axis] = rest % want.size(axis);
            rest /= want.size(axis);
        }
        return Arrays.toString(index);
    }

    private static String text(Tensor tensor, long i) {
        return switch (tensor.dataType().kind()) {
            case FLOAT -> tensor.dataType() == DataType.FLOAT64
                    ? Double.toString(tensor.getDouble(i))
                    : Float.toString((float) tensor.getDouble(i));
            case SIGNED -> Long.toString(tensor.getLong(i));
            case UNSIGNED -> Long.toUnsignedString(tensor.getLong(i));
            case BOOL -> Boolean.toString(tensor.getBoolean(i));
            case STRING -> '"' + tensor.getString(i) + '"';
            case COMPLEX -> tensor.getDouble(i) + "+" + tensor.getImaginary(i) + "i";
        };
    }
}

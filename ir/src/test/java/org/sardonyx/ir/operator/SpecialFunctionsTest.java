package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialFunctionsTest {
    private static void assertNear(double expected, double actual, double ulps) {
        assertTrue(Math.abs(expected - actual) <= ulps * Math.ulp(expected) || Double.valueOf(expected).equals(actual),
                () -> "expected " + expected + ", found " + actual);
    }

    /// Values of DLMF table 7.23 and of the series at 0, to 16 digits.
    @ParameterizedTest
    @CsvSource({
        "0, 0", "1e-300, 1.1283791670955126e-300", "0.1, 0.1124629160182849", "0.46875, 0.49261347321793796",
        "0.5, 0.5204998778130465", "1, 0.8427007929497149", "2, 0.9953222650189527", "3.5, 0.9999992569016276",
        "4.5, 0.9999999998033839", "6, 1", "Infinity, 1", "NaN, NaN"
    })
    void errorFunction(double x, double y) {
        assertNear(y, SpecialFunctions.errorFunction(x), 3);
        assertNear(-y, SpecialFunctions.errorFunction(-x), 3);
    }

    @Property
    void hyperbolicFunctionsAreInverted(@ForAll @DoubleRange(min = -20, max = 20) double x) {
        assertNear(x, SpecialFunctions.inverseHyperbolicSine(StrictMath.sinh(x)), 4);
        double t = Math.clamp(x, -1, 1) / 2;
        assertNear(t, SpecialFunctions.inverseHyperbolicTangent(StrictMath.tanh(t)), 4);
        double c = Math.abs(x) + 1;
        assertNear(c, SpecialFunctions.inverseHyperbolicCosine(StrictMath.cosh(c)), 4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NEGATIVE_INFINITY, -1e10, -1, 0, 0.999, Double.NaN})
    void hasNoInverseHyperbolicCosineBelowOne(double x) {
        assertEquals(Double.NaN, SpecialFunctions.inverseHyperbolicCosine(x));
    }

    @ParameterizedTest
    @CsvSource({"-0.0, -0.0", "1e300, 691.4686750787736", "-Infinity, -Infinity", "NaN, NaN"})
    void inverseHyperbolicSineAtTheEnds(double x, double y) {
        assertEquals(y, SpecialFunctions.inverseHyperbolicSine(x));
    }

    @ParameterizedTest
    @CsvSource({"-0.0, -0.0", "1, Infinity", "-1, -Infinity", "1.5, NaN", "-Infinity, NaN"})
    void inverseHyperbolicTangentAtTheEnds(double x, double y) {
        assertEquals(y, SpecialFunctions.inverseHyperbolicTangent(x));
    }
}

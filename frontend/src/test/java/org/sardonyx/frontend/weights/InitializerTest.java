package org.sardonyx.frontend.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.frontend.weights.Initializer.Kind;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

class InitializerTest {
    private static double[] filled(Initializer initializer, long fanIn, long fanOut) {
        Tensor tensor = Tensor.allocate(DataType.FLOAT64, 1 << 18);
        initializer.fill(tensor, 1, fanIn, fanOut);
        double[] elements = new double[1 << 18];
        tensor.readDoubles(0, elements, 0, elements.length);
        return elements;
    }

    @ParameterizedTest
    @CsvSource({
        "he,      ,     576, 64,  0.0589256",
        "he,      ,     0,   0,   1.4142136",
        "xavier,  ,     300, 100, 0.0707107",
        "normal,  0.01, 576, 64,  0.01",
        "normal,  0,    576, 64,  0",
        "uniform, 0.3,  576, 64,  0.1732051"})
    void fillsWithThePromisedDeviation(String name, Double number, long fanIn, long fanOut, double deviation) {
        Initializer initializer = Initializer.of(name, number == null ? List.of() : List.of(number)).orElseThrow();
        double[] elements = filled(initializer, fanIn, fanOut);
        double mean = DoubleStream.of(elements).average().orElseThrow();
        double variance = DoubleStream.of(elements).map(x -> x * x).average().orElseThrow();
        assertEquals(0, mean, 0.01 * deviation);
        assertEquals(deviation, Math.sqrt(variance), 0.005 * deviation);
    }

    @Test
    void uniformNumbersStayWithinTheirBound() {
        double[] xavier = filled(Initializer.named("xavier").orElseThrow(), 2, 4);
        assertTrue(DoubleStream.of(xavier).allMatch(x -> Math.abs(x) < 1));
        assertTrue(
                DoubleStream.of(xavier).anyMatch(x -> x > 0.999) && DoubleStream.of(xavier).anyMatch(x -> x < -0.999));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, -1, Double.NEGATIVE_INFINITY, Double.NaN})
    void aConstantFillsEveryElement(double value) {
        Tensor tensor = Tensor.allocate(DataType.FLOAT32, 3, 1);
        Initializer.constant(value).fill(tensor, 9, 1, 1);
        float rounded = (float) value;
        assertTrue(Tensor.ofFloats(new long[] {3, 1}, rounded, rounded, rounded).sameContent(tensor));
    }

    @Test
    void tensorsWithoutElementsAndOfRankZeroAreFilled() {
        Initializer.HE.fill(Tensor.allocate(DataType.FLOAT32, 0, 3), 1, 0, 3);
        Tensor scalar = Tensor.allocate(DataType.FLOAT32);
        Initializer.constant(2).fill(scalar, 1, 1, 1);
        assertEquals(2, scalar.getDouble(0));
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        Tensor one = Tensor.allocate(DataType.FLOAT32, 10, 10);
        Tensor two = Tensor.allocate(DataType.FLOAT32, 10, 10);
        Initializer.HE.fill(one, RandomFill.seed(7, "fc.weight"), 10, 10);
        Initializer.HE.fill(two, RandomFill.seed(7, "fc.weight"), 10, 10);
        assertTrue(one.sameContent(two));
        Initializer.HE.fill(two, RandomFill.seed(8, "fc.weight"), 10, 10);
        assertTrue(!one.sameContent(two));
    }

    @ParameterizedTest
    @CsvSource({"he, HE, 0", "xavier, XAVIER, 0", "normal(0.01), NORMAL, 0.01", "uniform(2.0), UNIFORM, 2",
        "constant(-1.0), CONSTANT, -1"})
    void isPrintedAsItIsWritten(String text, Kind kind, double number) {
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            assertEquals(text, new Initializer(kind, number).toString());
            assertEquals(Optional.of(new Initializer(kind, number)), Initializer.of(text.replaceAll("\\(.*", ""),
                    text.contains("(") ? List.of(number) : List.of()));
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void otherFormsAreNone() {
        assertEquals(Optional.empty(), Initializer.named("kaiming"));
        assertEquals(Optional.empty(), Initializer.named("HE"));
        assertEquals(Optional.empty(), Initializer.named("normal"));
        assertEquals(Optional.empty(), Initializer.of("he", List.of(1.0)));
        assertEquals(Optional.empty(), Initializer.of("uniform", List.of(-1.0, 1.0)));
    }

    @ParameterizedTest
    @CsvSource({"normal, -1", "uniform, -0.5", "normal, NaN", "uniform, Infinity"})
    void aDeviationOrBoundThatIsNoneIsRefused(String name, double number) {
        ModelException problem = assertThrows(ModelException.class, () -> Initializer.of(name, List.of(number)));
        assertEquals("found " + name + "(" + number + "), expected a finite number that is not negative",
                problem.getMessage());
    }

    @Test
    void aNumberThatMeansNothingIsAMistakeOfTheCode() {
        assertThrows(IllegalArgumentException.class, () -> new Initializer(Kind.HE, 1));
    }
}

package org.sardonyx.frontend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sardonyx.ir.value.Tensor;

/// Operators that draw random numbers, and steps of optimizers.
class RandomOperatorsTest {
    private static final String ONES = fill("float32", 1);

    private static String fill(String type, double value) {
        return type + " 1000:" + (" " + value).repeat(1000);
    }

    private static Tensor run(String operator, long opset, String attributes, String inputs) {
        return Literal.of(Expanded.of(operator, opset, attributes).on(inputs));
    }

    private static double mean(Tensor tensor) {
        return IntStream.range(0, (int) tensor.size()).mapToDouble(tensor::getDouble).average().orElse(Double.NaN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RandomUniform     | shape=[1000] low=2.0 high=4.0   |             | 3
            RandomUniform     | shape=[10,100] dtype=10         |             | 0.5
            RandomNormal      | shape=[1000] mean=5.0 scale=0.5 |             | 5
            RandomUniformLike | dtype=11 low=-1.0               | int8 1000   | 0
            RandomNormalLike  | seed=3.0                        | float16 1000 | 0
            """)
    void drawsWithTheMeanAskedFor(String operator, String attributes, String like, double mean) {
        String input = like == null ? null : fill(like.split(" ")[0], 1).replace(".0", "");
        Tensor drawn = run(operator, 1, attributes, input);
        assertEquals(1000, drawn.size());
        assertEquals(mean, mean(drawn), 0.1);
    }

    /// With a seed, the numbers are NumPy's.
    @Test
    void drawsReproducibly() {
        assertEquals("float16 2: 1.7637 0.4001",
                Expanded.of("RandomNormal", 22, "shape=[2] seed=0.0 dtype=10").on(null));
        assertEquals("float64 2: 1.0976 1.4304",
                Expanded.of("RandomUniform", 1, "shape=[2] seed=0.0 dtype=11 high=2.0").on(null));
    }

    @Test
    void tossesCoins() {
        Tensor tossed = run("Bernoulli", 15, "dtype=9", fill("float32", 0.25));
        assertEquals("bool[1000]", tossed.type().toString());
        assertEquals(0.25, mean(tossed), 0.05);
        assertEquals(1, mean(run("Bernoulli", 22, "", ONES)));
        assertEquals(0, mean(run("Bernoulli", 22, "", fill("float64", 0))));
    }

    @Test
    void drawsClasses() {
        Tensor drawn = run("Multinomial", 7, "sample_size=1000 seed=1.0",
                "float32 2x4: -Infinity 0 1.0986123 -Infinity -Infinity 50 -Infinity -Infinity");
        assertEquals("int32[2, 1000]", drawn.type().toString());
        double sum = 0;
        for (long i = 0; i < 1000; i++) {
            assertTrue(drawn.getLong(i) == 1 || drawn.getLong(i) == 2);
            assertEquals(1, drawn.getLong(1000 + i));
            sum += drawn.getLong(i);
        }
        assertEquals(1.75, sum / 1000, 0.05);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void earlyDropoutIsInTrainingUnlessToldOtherwise(int opset) {
        Tensor dropped = run("Dropout", opset, "ratio=0.75", ONES);
        assertEquals(1, mean(dropped), 0.2);
        assertTrue(IntStream.range(0, 1000).mapToDouble(dropped::getDouble).allMatch(y -> y == 0 || y == 4));
        assertEquals("float32 2: 5 6; float32 2: 1 1",
                Expanded.of("Dropout", opset, "is_test=1").withOutputs(2).on("float32 2: 5 6"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7  | float32 2: 5 6                        | float32 2: 5 6; float32 2: 1 1
            10 | float32 2: 5 6                        | float32 2: 5 6; bool 2: 1 1
            12 | float32 2: 5 6; float32 : 0.9         | float32 2: 5 6; bool 2: 1 1
            13 | float32 2: 5 6; ; bool : 0            | float32 2: 5 6; bool 2: 1 1
            13 | float32 2: 5 6; float16 : 0; bool 1: 1 | float32 2: 5 6; bool 2: 1 1
            22 | float16 2: 5 6; float32 : 1; bool : 1 | float16 2: 0 0; bool 2: 0 0
            """)
    void lateDropoutIsNotInTrainingUnlessToldOtherwise(long opset, String inputs, String outputs) {
        assertEquals(outputs, Expanded.of("Dropout", opset, "").withOutputs(2).on(inputs));
    }

    @Test
    void dropoutScalesWhatIsKept() {
        String[] outputs = Expanded.of("Dropout", 13, "").withOutputs(2).on(ONES + "; ; bool : 1").split("; ");
        Tensor result = Literal.of(outputs[0]);
        Tensor kept = Literal.of(outputs[1]);
        for (long i = 0; i < 1000; i++) {
            assertEquals(kept.getBoolean(i) ? 2 : 0, result.getDouble(i));
        }
        assertEquals(0.5, mean(kept), 0.1);
    }

    @Test
    void makesDiagonals() {
        assertEquals("int8 2x3: 0 0 0 1 0 0",
                Expanded.of("EyeLike", 9, "k=-1 dtype=3").on("float32 2x3: 0 0 0 0 0 0"));
        assertEquals("float32 2x1: 0 0", Expanded.of("EyeLike", 22, "k=7").on("float32 2x1: 0 0"));
    }

    /// Before the first step Adam's learning rate is not corrected, and no momentum scales the gradient.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Adagrad  | 2 | epsilon=0.0 decay_factor=1.0             | float32 : 2; int64 : 1; float32 1: 5; float32 1: 3; float32 1: 7               | float32 1: 4.25; float32 1: 16
            Adam     | 3 | alpha=0.5 beta=0.75 epsilon=0.0          | float32 : 1; int64 : 0; float32 1: 1; float32 1: 1; float32 1: 0; float32 1: 0 | float32 1: 0; float32 1: 0.5; float32 1: 0.25
            Adam     | 3 | alpha=0.5 beta=0.75 epsilon=0.0 norm_coefficient_post=0.5 | float32 : 1; int64 : 1; float32 1: 3; float32 1: 1; float32 1: 0; float32 1: 0 | float32 1: 1; float32 1: 0.5; float32 1: 0.25
            Momentum | 2 | alpha=0.5 beta=2.0 norm_coefficient=1.0 mode=standard | float32 : 1; int64 : 0; float32 1: 1; float32 1: 2; float32 1: 4  | float32 1: -4; float32 1: 5
            Momentum | 2 | alpha=0.5 beta=2.0 norm_coefficient=1.0 mode=nesterov | float32 : 1; int64 : 1; float32 1: 1; float32 1: 2; float32 1: 4  | float32 1: -6; float32 1: 8
            """)
    void takesSteps(String operator, int outputs, String attributes, String inputs, String expected) {
        assertEquals(expected,
                Expanded.of("ai.onnx.preview.training." + operator, 1, attributes).withOutputs(outputs).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RandomNormal      |       |                 | attribute 'shape' is missing
            RandomUniformLike |       | int64 1: 1      | random numbers of type int64, expected a floating-point type
            Multinomial       |       | float32 1: 1    | input 0 has shape [1], expected [batch, classes]
            EyeLike           |       | float32 1: 1    | input 0 has shape [1], expected a matrix
            ai.onnx.preview.training.Adagrad  | | float32 : 1; int64 : 1; int8 : 1; int8 : 1; int8 : 1; int8 : 1 | 6 inputs, expected 2 and then a multiple of 3
            ai.onnx.preview.training.Momentum | | float32 : 1; int64 : 1; float32 : 1; float32 : 1; float32 : 1  | attribute 'alpha' is missing
            """)
    void refuses(String operator, String attributes, String inputs, String message) {
        assertEquals(message, Expanded.of(operator, 22, attributes).refusal(inputs));
    }
}

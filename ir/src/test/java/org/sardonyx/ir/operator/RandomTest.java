package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

import java.util.List;

/// [Random] and [MersenneTwister].
class RandomTest {
    private static Tensor run(Distribution distribution, long runSeed, long stream, long... sizes) {
        GraphBuilder builder = new GraphBuilder("draw");
        builder.output("y", builder.apply(new Random(distribution, Optional.empty(), stream),
                builder.constant(Tensor.vector(sizes))));
        List<Value> outputs = new Interpreter(runSeed, _ -> {}).run(builder.build(), List.of());
        return (Tensor) outputs.getFirst();
    }

    private static double[] draw(Distribution distribution, long seed, int count) {
        double[] numbers = new double[count];
        distribution.draw(new MersenneTwister(seed), numbers, count);
        return numbers;
    }

    /// The first outputs of MT19937 after its customary seed.
    @Test
    void isTheMersenneTwister() {
        RandomGenerator generator = new MersenneTwister(5489);
        assertEquals(3499211612L << 32 | 581869302, generator.nextLong());
        assertEquals((int) 3890346734L, generator.nextInt());
    }

    /// `numpy.random.RandomState(seed).rand` and `randn`.
    @Test
    void drawsWhatNumpyDraws() {
        assertArrayEquals(new double[] {0.5488135039273248, 0.7151893663724195, 0.6027633760716439},
                draw(Distribution.UNIFORM, 0, 3));
        assertEquals(0.556626859384112, draw(Distribution.UNIFORM, 4294967295L, 1000)[999]);
        assertArrayEquals(
                new double[] {1.690525703800356, -0.4659373705408328, 0.0328201636785844, 0.40751628299650783,
                    -0.7889230286257386},
                draw(Distribution.NORMAL, 7, 5), 1e-15);
        Tensor many = Applied.to(new Random(Distribution.NORMAL, Optional.of(0L), 0), Tensor.vector(5, 1000));
        assertEquals(2.4964170627598534, many.getDouble(4095), 1e-15);
        assertEquals(1.629475222809067, many.getDouble(4096), 1e-15);
    }

    @ParameterizedTest
    @EnumSource
    void dependsOnSeedAndStreamAlone(Distribution distribution) {
        Tensor first = run(distribution, 1, 1, 2, 3);
        assertTrue(first.sameContent(run(distribution, 1, 1, 2, 3)));
        assertFalse(first.sameContent(run(distribution, 2, 1, 2, 3)));
        assertFalse(first.sameContent(run(distribution, 1, 2, 2, 3)));
        assertEquals("float64[0, 3]", run(distribution, 1, 1, 0, 3).toString());
        assertEquals("float64[]", run(distribution, 1, 1).type().toString());
    }

    @ParameterizedTest
    @EnumSource
    void hasMeanAndDeviationOfTheDistribution(Distribution distribution) {
        Tensor numbers = run(distribution, 42, 0, 100_000);
        double sum = 0;
        double squares = 0;
        for (long i = 0; i < numbers.size(); i++) {
            sum += numbers.getDouble(i);
            squares += numbers.getDouble(i) * numbers.getDouble(i);
        }
        double mean = sum / numbers.size();
        double variance = squares / numbers.size() - mean * mean;
        assertEquals(distribution == Distribution.UNIFORM ? 0.5 : 0, mean, 0.01);
        assertEquals(distribution == Distribution.UNIFORM ? 1.0 / 12 : 1, variance, 0.02);
    }

    @Test
    void staysInTheGraph() {
        assertFalse(new Random(Distribution.UNIFORM, Optional.of(3L), 5).isPure());
        assertFalse(new Random(Distribution.UNIFORM, Optional.empty(), 5).isPure());
        assertEquals(new Random(Distribution.UNIFORM, Optional.of(3L), 5),
                new Random(Distribution.UNIFORM, Optional.of(3L), 6));
    }

    @Test
    void refusesSizesThatMakeNoSense() {
        Random random = new Random(Distribution.UNIFORM, Optional.of(0L), 0);
        assertEquals("negative dimension in shape [2, -1]", Applied.refusal(random, Tensor.vector(2, -1)));
        assertTrue(Applied.refusal(random, Tensor.vector(1L << 40, 1L << 10)).contains("bytes; this process may use"));
    }
}

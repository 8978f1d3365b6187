package org.sardonyx.frontend.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

class RandomFillTest {
    private static Tensor normal(long seed, DataType type, long size) {
        Tensor tensor = Tensor.allocate(type, size);
        new RandomFill(seed).normal(tensor, 1);
        return tensor;
    }

    private static Tensor uniform(long seed, DataType type, long size) {
        Tensor tensor = Tensor.allocate(type, size);
        new RandomFill(seed).uniform(tensor, 1);
        return tensor;
    }

    @Test
    void theNumbersAreThoseOfEveryOtherMachine() {
        assertEquals("float64[4] {1.3649922974572282, 0.14452122126941588, -0.396523975253818, -0.22759631143286663}",
                normal(7, DataType.FLOAT64, 4).toString());
    }

    @Test
    void theBitsAreThoseOfSplitMix64() {
        Tensor tensor = uniform(-9, DataType.FLOAT64, 100);
        SplittableRandom reference = new SplittableRandom(-9);
        for (int i = 0; i < 100; i++) {
            assertEquals((reference.nextLong() >>> 12) * 0x1p-51 + 0x1p-52 - 1, tensor.getDouble(i));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, '', f52a15e9a9b5e89b", "0, weight, cdf48d121f94c035", "1, weight, f90dd3e850c5756f",
        "7, layer1.0.conv1.weight, 37b1201334a23534", "-1, größe, 588f5558685eb068"})
    void seedsOfNamesAreThoseOfEveryOtherMachine(long seed, String name, String expected) {
        assertEquals(expected, Long.toHexString(RandomFill.seed(seed, name)));
    }

    @Test
    void seedsDifferByNameAndBySeed() {
        long distinct = IntStream.range(0, 1000)
                .mapToLong(i -> RandomFill.seed(i % 10, "layer" + i / 10 + ".weight")).distinct().count();
        assertEquals(1000, distinct);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, RandomFill.PART - 1, RandomFill.PART, RandomFill.PART + 1, 2L * RandomFill.PART + 3})
    void aShortTensorBeginsAsALongOne(long size) {
        long bytes = 4 * size;
        MemorySegment longer = normal(3, DataType.FLOAT32, 3L * RandomFill.PART).segment();
        assertEquals(-1, normal(3, DataType.FLOAT32, size).segment().mismatch(longer.asSlice(0, bytes)));
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        long size = (1 << 22) + 1;
        Tensor parallel = normal(11, DataType.FLOAT32, size);
        try (ForkJoinPool single = new ForkJoinPool(1)) {
            assertTrue(parallel.sameContent(single.submit(() -> normal(11, DataType.FLOAT32, size)).join()));
        }
        assertNotEquals(0, parallel.getDouble(size - 1));
    }

    @ParameterizedTest
    @EnumSource(value = DataType.class, names = {"FLOAT16", "BFLOAT16", "FLOAT4E2M1", "INT2", "COMPLEX64", "BOOL"})
    void numbersAreRoundedToTheElementType(DataType type) {
        long size = RandomFill.PART + 5;
        Tensor rounded = normal(5, type, size);
        Tensor exact = normal(5, DataType.FLOAT64, size);
        Tensor expected = Tensor.allocate(type, size);
        for (long i = 0; i < size; i++) {
            expected.setDouble(i, exact.getDouble(i));
        }
        assertTrue(expected.sameContent(rounded));
    }

    @Test
    void normalNumbersAreDistributedAsPromised() {
        Tensor tensor = normal(42, DataType.FLOAT64, 1 << 20);
        double n = tensor.size();
        double mean = 0;
        double square = 0;
        double fourth = 0;
        double neighbours = 0;
        int beyondTwo = 0;
        for (long i = 0; i < tensor.size(); i++) {
            double x = tensor.getDouble(i);
            mean += x / n;
            square += x * x / n;
            fourth += x * x * x * x / n;
            neighbours += x * tensor.getDouble(i == 0 ? tensor.size() - 1 : i - 1) / n;
            beyondTwo += Math.abs(x) > 2 ? 1 : 0;
        }
        double tolerance = 5 / Math.sqrt(n);
        assertEquals(0, mean, tolerance);
        assertEquals(1, square, tolerance * Math.sqrt(2));
        assertEquals(3, fourth, tolerance * Math.sqrt(96));
        assertEquals(0, neighbours, tolerance);
        assertEquals(0.0455, beyondTwo / n, tolerance * 0.21);
    }

    @Test
    void uniformNumbersFillTheirIntervalEvenly() {
        int bins = 64;
        int[] counts = new int[bins];
        Tensor tensor = uniform(42, DataType.FLOAT64, 1 << 20);
        for (long i = 0; i < tensor.size(); i++) {
            counts[(int) ((tensor.getDouble(i) + 1) / 2 * bins)]++;
        }
        double expected = (double) tensor.size() / bins;
        double chiSquare = IntStream.of(counts).mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        // The 0.1 % and 99.9 % quantiles of the distribution with 63 degrees of freedom.
        assertTrue(chiSquare > 34 && chiSquare < 104, "chi-square " + chiSquare);
    }
}

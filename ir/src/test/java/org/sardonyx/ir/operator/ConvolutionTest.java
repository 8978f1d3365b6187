package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.operator.Window.Places;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

class ConvolutionTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static Window window(long stride, long dilation, long before, long after) {
        return new Window(List.of(stride), List.of(dilation), List.of(before), List.of(after), Places.INSIDE);
    }

    /// A tensor `[1, 1, n]`.
    private static Tensor line(DataType type, double... elements) {
        return Tensor.ofDoubles(type, new long[] {1, 1, elements.length}, elements);
    }

    private static double[] elements(Tensor tensor) {
        return LongStream.range(0, tensor.size()).mapToDouble(tensor::getDouble).toArray();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0, 0, '12 23 34'", "1, 1, 1, 1, '1 12 23 34 40'", "2, 1, 1, 0, '1 23'", "1, 2, 0, 0, '13 24'",
        "3, 1, 0, 2, '12 40'"})
    void slidesTheKernel(long stride, long dilation, long before, long after, String expected) {
        Tensor y = Applied.to(new Convolution(window(stride, dilation, before, after), 1),
                line(DataType.FLOAT32, 1, 2, 3, 4), line(DataType.FLOAT32, 10, 1));
        assertArrayEquals(List.of(expected.split(" ")).stream().mapToDouble(Double::parseDouble).toArray(),
                elements(y));
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT64", "INT8", "UINT8", "INT32", "INT64"})
    void computesInEveryType(DataType type) {
        Tensor y = Applied.to(new Convolution(Window.unit(1), 1), line(type, 1, 2, 3), line(type, 2, 1));
        assertEquals(type, y.dataType());
        assertArrayEquals(new double[] {4, 7}, elements(y));
    }

    @Test
    void roundsASumOnce() {
        Tensor y = Applied.to(new Convolution(Window.unit(1), 1), line(DataType.FLOAT16, 2048, 1, 1),
                line(DataType.FLOAT16, 1, 1, 1));
        assertEquals(2050, y.getDouble(0));
    }

    @Test
    void integersWrapAround() {
        Tensor y = Applied.to(new Convolution(Window.unit(1), 1), line(DataType.INT8, 100, 100),
                line(DataType.INT8, 1, 1));
        assertEquals(-56, y.getLong(0));
    }

    @Test
    void paddingAddsNothingEvenToAnInfiniteWeight() {
        Tensor y = Applied.to(new Convolution(window(1, 1, 1, 0), 1), line(DataType.FLOAT32, 1, -1),
                line(DataType.FLOAT32, INFINITY, 1));
        assertArrayEquals(new double[] {1, INFINITY}, elements(y));
        Tensor transposed = Applied.to(new ConvolutionTranspose(window(2, 1, 0, 0), List.of(0L), 1),
                line(DataType.FLOAT32, 1, 0), line(DataType.FLOAT32, INFINITY, 3));
        assertArrayEquals(new double[] {INFINITY, 3, Double.NaN, 0}, elements(transposed));
    }

    @Test
    void groupsSeeTheirOwnChannels() {
        Tensor x = Tensor.ofFloats(new long[] {1, 4, 1}, 1, 2, 3, 4);
        Tensor weights = Tensor.ofFloats(new long[] {2, 2, 1}, 1, 10, 100, 1000);
        assertArrayEquals(new double[] {21, 4300},
                elements(Applied.to(new Convolution(Window.unit(1), 2), x, weights)));
        Tensor back = Tensor.ofFloats(new long[] {4, 1, 1}, 1, 10, 100, 1000);
        assertArrayEquals(new double[] {21, 4300},
                elements(Applied.to(new ConvolutionTranspose(Window.unit(1), List.of(0L), 2), x, back)));
    }

    @Test
    void emptyBatchesAndNoChannelsAreLegal() {
        Tensor weights = Tensor.ofFloats(new long[] {1, 1, 1}, 1);
        assertEquals("float32[0, 1, 5]", Applied.to(new Convolution(Window.unit(1), 1),
                Tensor.allocate(DataType.FLOAT32, 0, 1, 5), weights).type().toString());
        Tensor none = Applied.to(new Convolution(Window.unit(1), 1), Tensor.allocate(DataType.FLOAT32, 1, 0, 2),
                Tensor.allocate(DataType.FLOAT32, 1, 0, 1));
        assertArrayEquals(new double[] {0, 0}, elements(none));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0, 0, 0, '10 21 32 3'", "1, 1, 1, 1, 0, '21 32'", "2, 1, 0, 0, 1, '10 1 20 2 30 3 0'",
        "2, 1, 1, 2, 1, '1 20 2 30'", "1, 2, 0, 0, 0, '10 20 31 2 3'"})
    void transposes(long stride, long dilation, long before, long after, long more, String expected) {
        Tensor y = Applied.to(new ConvolutionTranspose(window(stride, dilation, before, after), List.of(more), 1),
                line(DataType.FLOAT32, 1, 2, 3), line(DataType.FLOAT32, 10, 1));
        assertArrayEquals(List.of(expected.split(" ")).stream().mapToDouble(Double::parseDouble).toArray(),
                elements(y));
    }

    private static Tensor random(Random random, long... sizes) {
        Tensor tensor = Tensor.allocate(DataType.FLOAT64, sizes);
        for (long i = 0; i < tensor.size(); i++) {
            tensor.setDouble(i, random.nextGaussian());
        }
        return tensor;
    }

    /// A convolution with many channels and places against the sum as the formula writes it.
    @Test
    void blocksOfTheLoopsFitTogether() {
        Random random = new Random(7);
        Tensor x = random(random, 2, 36, 19, 23);
        Tensor weights = random(random, 260, 18, 2, 3);
        Window window =
                new Window(List.of(1L, 2L), List.of(2L, 1L), List.of(1L, 0L), List.of(0L, 2L), Places.INSIDE);
        Tensor y = Applied.to(new Convolution(window, 2), x, weights);
        assertArrayEquals(new long[] {2, 260, 18, 12}, y.sizes());
        for (int i = 0; i < 2000; i++) {
            int[] at = {random.nextInt(2), random.nextInt(260), random.nextInt(18), random.nextInt(12)};
            double sum = 0;
            for (int c = 0; c < 18; c++) {
                for (int row = 0; row < 2; row++) {
                    for (int column = 0; column < 3; column++) {
                        int h = at[2] + 2 * row - 1;
                        int w = 2 * at[3] + column;
                        int channel = at[1] / 130 * 18 + c;
                        sum += h < 0 || h >= 19 || w >= 23
                                ? 0
                                : weights.getDouble(((at[1] * 18 + c) * 2 + row) * 3 + column)
                                        * x.getDouble(((at[0] * 36 + channel) * 19 + h) * 23 + w);
                    }
                }
            }
            assertEquals(sum, y.getDouble(((at[0] * 260L + at[1]) * 18 + at[2]) * 12 + at[3]), 1e-12);
        }
    }

    /// The transpose as a linear map: for all x and z, the product of Cx with z is that of x with Cᵀz.
    @Test
    void theTransposeIsTheTranspose() {
        Random random = new Random(8);
        Tensor x = random(random, 1, 4, 9, 10);
        Tensor weights = random(random, 6, 2, 3, 2);
        Window window = new Window(List.of(2L, 3L), List.of(1L, 2L), List.of(1L, 0L), List.of(1L, 1L), Places.INSIDE);
        Tensor y = Applied.to(new Convolution(window, 2), x, weights);
        Tensor z = random(random, y.sizes());
        Tensor back = Applied.to(new ConvolutionTranspose(window, List.of(0L, 2L), 2), z, weights);
        assertArrayEquals(x.sizes(), back.sizes());
        assertEquals(product(y, z), product(x, back), 1e-11);
    }

    private static double product(Tensor a, Tensor b) {
        return LongStream.range(0, a.size()).mapToDouble(i -> a.getDouble(i) * b.getDouble(i)).sum();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,3,8   | 2,3,3   | FLOAT32 | 2 | weights of shape [2, 3, 3] in 2 groups for a tensor of shape [1, 3, 8], which has 3 channels and not 6
            1,4,8   | 3,2,3   | FLOAT32 | 2 | 3 channels cannot be divided into 2 groups
            1,3,8,8 | 2,3,3   | FLOAT32 | 1 | a tensor of shape [1, 3, 8, 8] for a convolution over 1 axes, expected rank 3
            1,3,8   | 2,3,3,3 | FLOAT32 | 1 | weights of shape [2, 3, 3, 3] for a convolution over 1 axes, expected rank 3
            1,3,2   | 2,3,3   | FLOAT32 | 1 | a window of 3 elements does not fit into an axis of size 2
            1,3,8   | 2,3,3   | BOOL    | 1 | a convolution of elements of type bool
            1,3,8   | 2,3,3   | FLOAT32 | 0 | 0 groups of channels, expected at least 1
            """)
    void refuses(String x, String weights, DataType type, long groups, String message) {
        Executable application = () -> Applied.to(new Convolution(Window.unit(1), groups),
                Tensor.allocate(type, sizes(x)), Tensor.allocate(type, sizes(weights)));
        assertEquals(message, assertThrows(ModelException.class, application).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,3,8   | 2,3,3 | 1 | 0 | weights of shape [2, 3, 3] for a tensor of shape [1, 3, 8], which has 3 channels and not 2
            1,3,8   | 3,2,3 | 2 | 0 | 3 channels cannot be divided into 2 groups
            1,3,1   | 3,2,3 | 1 | 0 | pads of 4 elements cut off more than the 3 elements of the result's axis 2
            1,3,8   | 3,2,3 | 1 | -1 | output pad -1, expected 0 to 2147483647
            """)
    void refusesToTranspose(String x, String weights, long groups, long more, String message) {
        Executable application = () -> Applied.to(
                new ConvolutionTranspose(window(1, 1, 2, 2), List.of(more), groups),
                Tensor.allocate(DataType.FLOAT32, sizes(x)), Tensor.allocate(DataType.FLOAT32, sizes(weights)));
        assertEquals(message, assertThrows(ModelException.class, application).getMessage());
    }

    @Test
    void refusesEndlessKernels() {
        Convolution convolution = new Convolution(window(1, 1, 1L << 22, 0), 1);
        Executable application = () -> Applied.to(convolution, line(DataType.FLOAT32, 1),
                Tensor.allocate(DataType.INT8, 1, 1, (1 << 22) + 1));
        assertEquals("element types float32 and int8 differ where they must be the same",
                assertThrows(ModelException.class, application).getMessage());
        Executable large = () -> Applied.to(convolution, line(DataType.INT8, 1),
                Tensor.allocate(DataType.INT8, 1, 1, (1 << 22) + 1));
        assertEquals("kernels of shape [4194305], at most 4194304 elements are supported",
                assertThrows(ModelException.class, large).getMessage());
    }

    private static long[] sizes(String text) {
        return List.of(text.trim().split(",")).stream().mapToLong(Long::parseLong).toArray();
    }
}

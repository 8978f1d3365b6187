package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.operator.Window.Places;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

class ReduceWindowTest {
    private static final double NAN = Double.NaN;

    private static Window along(long stride, long dilation, long before, long after, Places places) {
        return new Window(List.of(stride), List.of(dilation), List.of(before), List.of(after), places);
    }

    private static double[] elements(Tensor tensor) {
        return LongStream.range(0, tensor.size()).mapToDouble(tensor::getDouble).toArray();
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.strip().split(" +")).mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # function | kernel | stride | dilation | before | after | places      | result
            MAXIMUM    | 2      | 1      | 1        | 0      | 0     | INSIDE      | 5 5 3 8 8
            MINIMUM    | 2      | 1      | 1        | 0      | 0     | INSIDE      | 1 2 2 3 -7
            SUM        | 2      | 2      | 1        | 1      | 1     | INSIDE      | 1 7 11 -7
            PRODUCT    | 3      | 3      | 1        | 0      | 0     | INSIDE      | 10 -168
            SUM        | 2      | 1      | 3        | 0      | 0     | INSIDE      | 4 13 -5
            SUM        | 4      | 4      | 1        | 0      | 0     | INSIDE      | 11
            SUM        | 4      | 4      | 1        | 0      | 0     | OVERHANGING | 11 1
            MAXIMUM    | 3      | 4      | 1        | 0      | 0     | SAME_UPPER  | 5 8
            MAXIMUM    | 2      | 4      | 1        | 0      | 0     | SAME_LOWER  | 5 8
            MAXIMUM    | 1      | 5      | 1        | 2      | 2     | INSIDE      | -Infinity 3
            SUM        | 1      | 5      | 1        | 2      | 2     | INSIDE      | 0 3
            """)
    void combinesTheElementsOfEachPlace(ReduceFunction function, long kernel, long stride, long dilation, long before,
            long after, Places places, String result) {
        Tensor x = Tensor.ofDoubles(DataType.FLOAT32, new long[] {6}, 1, 5, 2, 3, 8, -7);
        Tensor y = Applied.to(
                new ReduceWindow(function, List.of(kernel), along(stride, dilation, before, after, places)), x);
        assertArrayEquals(numbers(result), elements(y));
    }

    @ParameterizedTest
    @CsvSource({"INT8, 100 100 -3, -56 97, 100 100", "UINT8, 200 100 3, 44 103, 200 100",
        "INT64, 9007199254740993 1 -1, 9007199254740994 0, 9007199254740993 1",
        "UINT64, -1 1 2, 0 3, -1 2", "FLOAT16, 2048 1 1, 2048 2, 2048 1"})
    void computesInEveryType(DataType type, String from, String sums, String largest) {
        Tensor x = tensor(type, from);
        assertEquals(tensor(type, sums).toString(),
                Applied.to(new ReduceWindow(ReduceFunction.SUM, List.of(2L), Window.unit(1)), x).toString());
        assertEquals(tensor(type, largest).toString(),
                Applied.to(new ReduceWindow(ReduceFunction.MAXIMUM, List.of(2L), Window.unit(1)), x).toString());
    }

    private static Tensor tensor(DataType type, String elements) {
        long[] numbers = Arrays.stream(elements.split(" ")).mapToLong(Long::parseLong).toArray();
        Tensor tensor = Tensor.allocate(type, numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            tensor.setLong(i, numbers[i]);
        }
        return tensor;
    }

    @Test
    void movesOverTheInnermostAxesOfEachPlane() {
        Tensor x =
                Tensor.ofDoubles(DataType.FLOAT64, new long[] {2, 3, 3}, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1, -2, -3, -4, -5,
                        -6, -7, -8, -9);
        Window window = new Window(List.of(1L, 2L), List.of(1L, 1L), List.of(1L, 0L), List.of(0L, 1L), Places.INSIDE);
        Tensor y = Applied.to(new ReduceWindow(ReduceFunction.SUM, List.of(2L, 2L), window), x);
        assertArrayEquals(new long[] {2, 3, 2}, y.sizes());
        assertArrayEquals(numbers("3 3 12 9 24 15 -3 -3 -12 -9 -24 -15"), elements(y));
        Tensor index = Applied.to(new ArgMaxWindow(List.of(2L, 2L), window), x);
        assertArrayEquals(numbers("1 2 4 5 7 8 9 11 9 11 12 14"), elements(index));
    }

    @Test
    void theFirstOfTheLargestIsFoundAndNaNIsLargest() {
        ArgMaxWindow window = new ArgMaxWindow(List.of(3L), Window.unit(1));
        assertArrayEquals(numbers("0 3 3"),
                elements(Applied.to(window, Tensor.ofDoubles(DataType.FLOAT32, new long[] {5}, 2, 2, 1, NAN, NAN))));
        assertArrayEquals(numbers("0"),
                elements(Applied.to(window, Tensor.ofDoubles(DataType.FLOAT32, new long[] {3}, -0.0, 0.0, -1))));
        assertArrayEquals(numbers("2"),
                elements(Applied.to(window, Tensor.ofLongs(DataType.UINT64, new long[] {3}, 2, 1, -1))));
        Tensor largest = Applied.to(new ReduceWindow(ReduceFunction.MAXIMUM, List.of(2L), Window.unit(1)),
                Tensor.ofDoubles(DataType.FLOAT32, new long[] {3}, NAN, 1, 2));
        assertArrayEquals(new double[] {NAN, 2}, elements(largest));
    }

    @Test
    void emptyTensorsGiveEmptyOnes() {
        Tensor none = Tensor.allocate(DataType.FLOAT32, 0, 2, 7);
        assertEquals("float32[0, 2, 5]",
                Applied.to(new ReduceWindow(ReduceFunction.SUM, List.of(3L), Window.unit(1)), none).type().toString());
        assertEquals("int64[0, 2, 5]",
                Applied.to(new ArgMaxWindow(List.of(3L), Window.unit(1)), none).type().toString());
        Window padded = new Window(List.of(1L, 1L), List.of(1L, 1L), List.of(1L, 0L), List.of(0L, 0L), Places.INSIDE);
        Tensor sums = Applied.to(new ReduceWindow(ReduceFunction.SUM, List.of(1L, 1L), padded),
                Tensor.allocate(DataType.FLOAT32, 0, 2));
        assertArrayEquals(numbers("0 0"), elements(sums));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5   | FLOAT32 | 0 | 1 | kernel 0, expected 1 to 2147483647
            5   | FLOAT32 | 2 | 2 | [2] as the kernels of a window over 2 axes
            5   | FLOAT32 |   | 0 | a window over no axes
            5   | BOOL    | 2 | 1 | the MAXIMUM in a window of elements of type bool
            5   | FLOAT32 | 6 | 1 | a window of 6 elements does not fit into an axis of size 5
            5   | FLOAT32 | 2 2 | 2 | a window over 2 axes of a tensor of shape [5]
            """)
    void refuses(long size, DataType type, String kernel, int rank, String message) {
        List<Long> kernels = kernel == null ? List.of() : Arrays.stream(kernel.split(" ")).map(Long::valueOf).toList();
        Executable application = () -> Applied.to(
                new ReduceWindow(ReduceFunction.MAXIMUM, kernels, Window.unit(rank)), Tensor.allocate(type, size));
        assertEquals(message, assertThrows(ModelException.class, application).getMessage());
    }

    @Test
    void nothingIsNotTheLargest() {
        ArgMaxWindow window = new ArgMaxWindow(List.of(1L), along(1, 1, 1, 0, Places.INSIDE));
        Executable application = () -> Applied.to(window, Tensor.allocate(DataType.FLOAT32, 2));
        assertEquals("a window lies in the padding alone and has no largest element",
                assertThrows(ModelException.class, application).getMessage());
        Executable strings = () -> Applied.to(window, Tensor.ofStrings(new long[] {1}, "a"));
        assertEquals("the largest in a window of elements of type string",
                assertThrows(ModelException.class, strings).getMessage());
    }
}

package org.sardonyx.cli.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.frontend.npy.NpyFile;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.MapType;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Tensor;
import picocli.CommandLine;

class InputReaderTest {
    @TempDir
    private Path folder;

    private final Map<String, ValueType> types = new LinkedHashMap<>();

    private InputReaderTest input(String name, DataType type, String shape) {
        types.put(name, new TensorType(type, shape.equals("*")
                ? Shape.UNKNOWN
                : Shape.of(Arrays.stream(shape.split(" ")).filter(size -> !size.isEmpty()).map(Dimension::parse)
                        .toList())));
        return this;
    }

    private List<NamedInput> read(String... arguments) {
        @CommandLine.Command
        class Host {
            @CommandLine.Mixin
            private InputOptions options;
        }
        Host host = new Host();
        new CommandLine(host).parseArgs(arguments);
        return host.options.read(types);
    }

    /// The types of all inputs, in order.
    private String shapes(String... arguments) {
        return String.join(" ", read(arguments).stream().map(input -> input.value().type().toString()).toList());
    }

    private String problem(String... arguments) {
        return assertThrows(ModelException.class, () -> read(arguments)).getMessage().replace(folder + "/", "");
    }

    private String array(String name, Tensor tensor) {
        Path file = folder.resolve(name);
        NpyFile.write(file, tensor);
        return file.toString();
    }

    @Test
    void oneFileSufficesForOneInput() {
        String file = array("x.npy", Tensor.ofFloats(new long[] {2}, 1, 2));
        NamedInput only = input("x", DataType.FLOAT32, "2").read("-i", file).getFirst();
        assertEquals("float32[2] {1.0, 2.0}", only.value().toString());
        assertEquals(file, only.source());
        assertEquals("x", only.name());
    }

    @Test
    void whatIsNotGivenIsRandom() {
        input("a", DataType.FLOAT32, "2").input("b", DataType.FLOAT32, "2");
        List<NamedInput> read =
                read("--seed", "7", "-i", "b=" + array("b.npy", Tensor.ofFloats(new long[] {2}, 1, 2)));
        assertEquals(List.of("a", "b"), read.stream().map(NamedInput::name).toList());
        assertEquals("random, seed 7", read.getFirst().source());
    }

    @Test
    void aFileWithoutANameIsForTheInputThatIsLeft() {
        input("a", DataType.FLOAT32, "1").input("b", DataType.FLOAT32, "2");
        String a = array("a.npy", Tensor.ofFloats(new long[] {1}, 1));
        String b = array("b.npy", Tensor.ofFloats(new long[] {2}, 1, 2));
        assertEquals("float32[1] float32[2]", shapes("-i", b, "-i", "a=" + a));
    }

    @Test
    void namesMayContainAnEqualsSign() {
        input("a", DataType.FLOAT32, "1").input("a=b", DataType.FLOAT32, "2");
        String file = array("x=y.npy", Tensor.ofFloats(new long[] {2}, 1, 2));
        assertEquals(file, read("-i", "a=b=" + file).get(1).source());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "-i c=x.npy       | -i c=x.npy: there is no input 'c'; the model has the inputs 'a', 'b'",
        "-i x.npy         | -i x.npy: which input is it for? Write NAME=x.npy; the model has the inputs 'a', 'b'",
        "-i a=x.npy -i a=y.npy | -i is given twice for input 'a'",
        "--shape 3        | --shape 3: which input is it for? Write NAME=3; the model has the inputs 'a', 'b'",
        "-i a=x.txt       | x.txt: the ending of the name does not tell what it holds, expected .npy, .pb, .png or .jpg",
        "-i a=x.npy       | x.npy: there is no such file",
        "--shape a=3,x    | --shape a=3,x: expected sizes such as 1,3,224,224",
        "--shape a=5      | --shape a=5: the input is a float32[2]",
        "--shape N=-1     | --shape N=-1: expected a size such as 3",
        "--shape M=1      | --shape M=1: there is no input 'M'; the model has the inputs 'a', 'b'",
        "--shape a=-1     | --shape a=-1: negative dimension in shape [-1]"})
    void badArgumentsAreExplained(String arguments, String message) {
        input("a", DataType.FLOAT32, "2").input("b", DataType.FLOAT32, "N");
        assertEquals(message, problem(arguments.strip().split(" ")));
    }

    @Test
    void aModelWithoutInputsTakesNoFile() {
        assertEquals("-i x.npy: the model has no inputs", problem("-i", "x.npy"));
        assertEquals("", shapes());
    }

    @Test
    void theOnlyInputIsGivenOnce() {
        input("x", DataType.FLOAT32, "2");
        assertEquals("-i a.npy: given twice for the only input 'x'", problem("-i", "a.npy", "-i", "b.npy"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "            | float32[1, 3] float32[1, 2, 1]",
        "a=5,3       | float32[5, 3] float32[5, 10, 1]",
        "b=4,8,7     | float32[4, 3] float32[4, 8, 7]",
        "N=6         | float32[6, 3] float32[6, 12, 1]"})
    void openSizesAreSettledByShapesAndElseAre1(String shape, String expected) {
        input("a", DataType.FLOAT32, "N 3").input("b", DataType.FLOAT32, "N N*2 ?");
        assertEquals(expected, shape == null ? shapes() : shapes("--shape", shape));
    }

    @Test
    void openSizesAreSettledByFiles() throws IOException {
        input("random", DataType.FLOAT32, "N").input("image", DataType.FLOAT32, "N 3 H W").input("array",
                DataType.FLOAT32, "H");
        Path image = folder.resolve("image.png");
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        String array = array("array.npy", Tensor.allocate(DataType.FLOAT32, 2));
        assertEquals("float32[1] float32[1, 3, 2, 4] float32[2]",
                shapes("-i", "image=" + image, "-i", "array=" + array));
        assertEquals("float32[1] float32[1, 3, 2, 6] float32[2]",
                shapes("-i", "image=" + image, "-i", "array=" + array, "--shape", "image=1,3,2,6"));
    }

    @Test
    void aShapeThatIsNotKnownIsAskedFor() {
        input("x", DataType.FLOAT32, "*");
        assertEquals("the model does not say what shape input 'x' has; give it a file (-i) or a shape (--shape)",
                problem());
        assertEquals("float32[2, 3]", shapes("--shape", "2,3"));
        assertEquals("float32[]", shapes("--shape", "x="));
    }

    @Test
    void anArrayIsConvertedToTheInputsElementType() {
        String file = array("x.npy", Tensor.ofDoubles(DataType.FLOAT64, new long[] {1}, 0.1));
        NamedInput x = input("x", DataType.FLOAT16, "1").read("-i", file).getFirst();
        assertEquals("float16[1] {0.099975586}", x.value().toString());
        assertEquals(file + ", converted from float64", x.source());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "FLOAT64 | INT32 | 1.5                  | holds 1.5 of type float64, which is no number of type int32",
        "FLOAT64 | INT32 | NaN                  | holds NaN of type float64, which is no number of type int32",
        "INT64   | UINT8 | 256                  | holds 256 of type int64, which is no number of type uint8",
        "INT64   | BOOL  | 2                    | holds 2 of type int64, which is no number of type bool",
        "UINT64  | INT64 | 18446744073709551615 | holds 18446744073709549568 of type uint64, which is no number of"
                + " type int64"})
    void aConversionThatChangesNumbersIsRefused(DataType from, DataType to, double value, String message) {
        Tensor tensor = Tensor.allocate(from, 1);
        if (value > Long.MAX_VALUE) {
            tensor.setLong(0, -2048);
        } else {
            tensor.setDouble(0, value);
        }
        String file = array("x.npy", tensor);
        assertEquals("x.npy, for input 'x': " + message, input("x", to, "1").problem("-i", file));
    }

    @ParameterizedTest
    @CsvSource({"FLOAT64, INT32, -7", "INT64, FLOAT32, 3", "INT64, INT4, -8", "BOOL, FLOAT32, 1", "UINT8, BOOL, 1"})
    void aConversionThatKeepsNumbersIsDone(DataType from, DataType to, double value) {
        Tensor tensor = Tensor.allocate(from, 1);
        tensor.setDouble(0, value);
        Tensor x = (Tensor) input("x", to, "1").read("-i", array("x.npy", tensor)).getFirst().value();
        assertEquals(value, x.getDouble(0));
        assertEquals(to, x.dataType());
    }

    @Test
    void stringsAreNoNumbers() {
        String file = array("x.npy", Tensor.ofStrings(new long[] {1}, "1"));
        assertEquals("x.npy, for input 'x': holds elements of type string, expected int64",
                input("x", DataType.INT64, "1").problem("-i", file));
    }

    @Test
    void aWrongShapeIsTold() {
        String file = array("x.npy", Tensor.ofFloats(new long[] {2}, 1, 2));
        assertEquals("x.npy: is a float32[2], input 'x' is a float32[3]",
                input("x", DataType.FLOAT32, "3").problem("-i", file));
        types.clear();
        assertEquals("x.npy: is a float32[2], input 'x' is a float32[1, N]",
                input("x", DataType.FLOAT32, "1 N").problem("-i", file));
    }

    @Test
    void randomNumbersDependOnSeedAndNameOnly() {
        input("x", DataType.FLOAT32, "3").input("y", DataType.FLOAT32, "3");
        assertEquals("float32[3] {0.5003138, -0.7615268, 1.1707181}", read().getFirst().value().toString());
        assertEquals(read().get(1).value().toString(), read().get(1).value().toString());
        assertNotEquals(read().get(0).value().toString(), read().get(1).value().toString());
        assertNotEquals(read().get(0).value().toString(), read("--seed", "1").get(0).value().toString());
    }

    @ParameterizedTest
    @CsvSource({"INT64", "UINT8", "INT2", "BOOL"})
    void randomIntegersAreSmallAndNotNegative(DataType type) {
        Tensor x = (Tensor) input("x", type, "64").read().getFirst().value();
        long ones = 0;
        for (long i = 0; i < 64; i++) {
            assertTrue(x.getLong(i) == 0 || x.getLong(i) == 1);
            ones += x.getLong(i);
        }
        assertTrue(ones > 16 && ones < 48, "of 64 there are " + ones);
    }

    @Test
    void sequencesAndOptionalValuesAreRandomToo() {
        TensorType element = new TensorType(DataType.FLOAT32, Shape.of(List.of(Dimension.symbol("N"))));
        types.put("sequence", new SequenceType(element));
        types.put("optional", new OptionalType(element));
        assertEquals("sequence(float32[1]) optional(float32[1])", shapes());
        assertEquals(1, assertInstanceOf(SequenceValue.class, read().getFirst().value()).size());
    }

    @Test
    void aMapNeedsAFile() {
        types.put("x", new MapType(DataType.INT64, TensorType.of(DataType.FLOAT32)));
        assertTrue(problem().endsWith("; give it a file (-i)"), problem());
    }

    @Test
    void anImageNeedsATensor() throws IOException {
        types.put("x", new SequenceType(TensorType.of(DataType.FLOAT32)));
        Files.createFile(folder.resolve("x.png"));
        assertEquals("x.png: input 'x' is a sequence(float32[]) and takes no image",
                problem("-i", folder.resolve("x.png").toString()));
        assertEquals("--shape x=1: the input is a sequence(float32[]), which has no shape", problem("--shape", "x=1"));
    }
}

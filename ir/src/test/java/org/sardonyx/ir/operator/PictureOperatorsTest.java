package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

class PictureOperatorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LINEAR  | ZEROS      | true  | -1 0 1    | 1 2 3
            LINEAR  | ZEROS      | true  | -2 1.5 -1.5 | 0 1.5 0.5
            LINEAR  | BORDER     | true  | -2 5 0.5  | 1 3 2.5
            LINEAR  | REFLECTION | true  | 2 -2 3    | 2 2 1
            NEAREST | ZEROS      | true  | 0.2 0.9 3 | 2 3 0
            LINEAR  | BORDER     | false | -1 0 1    | 1 2 3
            CUBIC   | BORDER     | true  | -1 0 1    | 1 2 3
            LINEAR  | ZEROS      | true  | NaN 0 Infinity | NaN 2 NaN
            """)
    void samplesAPoint(Resampling.Method method, GridSample.Padding padding, boolean corners, String points,
            String expected) {
        Tensor grid = Literal.of("float64 1x3x1: " + points);
        Tensor sampled = Applied.to(new GridSample(method, padding, corners), Literal.of("float64 1x1x3: 1 2 3"), grid);
        String[] numbers = expected.split(" ");
        for (int i = 0; i < 3; i++) {
            double wanted = Double.parseDouble(numbers[i]);
            double found = sampled.getDouble(i);
            assertTrue(
                    Math.abs(wanted - found) < 1e-9 || !Double.isFinite(wanted) && (found == 0 || Double.isNaN(found)),
                    expected + " at " + i + ", found " + found);
        }
    }

    @Test
    void aDeformableConvolutionWithoutOffsetsIsAConvolution() {
        Tensor x = Literal.of("float64 1x2x3x3: 1 2 3 4 5 6 7 8 9 9 8 7 6 5 4 3 2 1");
        Tensor weights = Literal.of("float64 1x2x2x2: 1 0 0 -1 2 0 0 1");
        Tensor offsets = Tensor.allocate(DataType.FLOAT64, 1, 8, 2, 2);
        Tensor mask = Literal.of("float64 1x4x2x2: 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1");
        DeformableConvolution deformable =
                new DeformableConvolution(List.of(1L, 1L), List.of(1L, 1L), List.of(0L, 0L, 0L, 0L), 1,
                        1);
        Tensor plain = Applied.to(new Convolution(Window.unit(2), 1), x, weights);
        assertEquals(Literal.text(plain), Literal.text(Applied.to(deformable, x, weights, offsets, mask)));
    }

    @Test
    void poolsRegions() {
        Tensor x = Literal.of("float32 1x1x4x4: 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15");
        Tensor regions = Literal.of("float32 1x4: 0 0 4 4");
        RoiAlign average = new RoiAlign(ReduceFunction.SUM, true, 2, 2, 2, 1);
        assertEquals("float32 1x1x2x2: 2.5 4.5 10.5 12.5",
                Literal.text(Applied.to(average, x, regions, Literal.of("int64 1: 0"))));
        String found = Applied.refusal(new RoiAlign(ReduceFunction.SUM, true, 1, 1, 0, 1), x,
                Literal.of("float32 1x4: 0 0 1e30 4"), Literal.of("int64 1: 0"));
        assertTrue(found.contains("more than 4096.0 samples a bin"), found);
        assertTrue(Applied.refusal(average, x, regions, Literal.of("int64 1: 1"))
                .contains("index 1 into an axis of size 1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            false | 3 | 0.5 | int64 2x3: 0 0 1 0 0 2
            false | 1 | 0.5 | int64 1x3: 0 0 1
            false | 0 | 0.5 | int64 0x3:
            false | 3 | 1   | int64 3x3: 0 0 1 0 0 0 0 0 2
            """)
    void suppressesOverlaps(boolean centre, long most, double overlap, String expected) {
        Tensor boxes = Literal.of("float32 1x3x4: 0 0 10 10 10 11 0 0 20 20 30 30");
        Tensor scores = Literal.of("float32 1x1x3: 0.8 0.9 0.1");
        assertEquals(expected,
                Literal.text(Applied.to(new NonMaximumSuppression(centre), boxes, scores, Tensor.scalar(most),
                        Tensor.scalar(DataType.FLOAT32, overlap), Tensor.scalar(DataType.FLOAT32, 0))));
    }

    @Test
    void addsColumnsBackIntoAnImage() {
        ColumnsToImage fold = new ColumnsToImage(List.of(1L), List.of(1L), List.of(0L, 0L));
        assertEquals("float32 1x1x3: 1 5 4", Literal.text(Applied.to(fold, Literal.of("float32 1x2x2: 1 2 3 4"),
                Tensor.vector(3), Tensor.vector(2))));
        assertTrue(Applied.refusal(fold, Literal.of("float32 1x3x2: 1 2 3 4 5 6"), Tensor.vector(3), Tensor.vector(2))
                .contains("are not those of blocks [2]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            float64 2x2: 1 2 3 4             | float64 : -2
            float64 3x3: 0 1 0 1 0 0 0 0 2   | float64 : -2
            float64 2x1x1: 7 -3              | float64 2: 7 -3
            float64 2x2: 1 2 2 4             | float64 : -0
            float64 0x0:                     | float64 : 1
            """)
    void determinants(String matrix, String expected) {
        assertEquals(expected, Literal.text(Applied.to(new Determinant(), Literal.of(matrix))));
    }

    @Test
    void transformsThereAndBack() {
        Tensor signal = Literal.of("float64 1x5x1: 1 2 3 4 -5");
        Tensor spectrum = Applied.to(new FourierTransform(false, true), signal, Tensor.scalar(5), Tensor.scalar(1));
        assertEquals(5, spectrum.getDouble(0), 1e-12);
        assertEquals("float64[1, 3, 2]", spectrum.type().toString());
        Tensor back = Applied.to(new FourierTransform(true, true), spectrum, Tensor.scalar(5), Tensor.scalar(-2));
        for (int i = 0; i < 5; i++) {
            assertEquals(signal.getDouble(i), back.getDouble(i), 1e-12);
        }
        assertTrue(Applied.refusal(new FourierTransform(false, false), signal, Tensor.scalar(5), Tensor.scalar(2))
                .contains("the axis of real and imaginary parts"));
    }

    private static Tensor bytes(byte[] bytes) {
        Tensor tensor = Tensor.allocate(DataType.UINT8, bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            tensor.setBits(i, bytes[i] & 0xFF);
        }
        return tensor;
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif"})
    void decodesPictures(String format) throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xFF0000);
        image.setRGB(1, 0, 0x0000FF);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, format, file);
        Tensor encoded = bytes(file.toByteArray());
        assertEquals("uint8 1x2x3: 255 0 0 0 0 255",
                Literal.text(Applied.to(new DecodeImage(DecodeImage.PixelFormat.RGB), encoded)));
        assertEquals("uint8 1x2x3: 0 0 255 255 0 0",
                Literal.text(Applied.to(new DecodeImage(DecodeImage.PixelFormat.BGR), encoded)));
        assertEquals("uint8 1x2x1: 76 29",
                Literal.text(Applied.to(new DecodeImage(DecodeImage.PixelFormat.GRAYSCALE), encoded)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P1 2 1 1 0                   | uint8 1x2x1: 0 255
            P2 # a comment~2 1 3 0 3     | uint8 1x2x1: 0 255
            P3 1 1 255 10 10 10          | uint8 1x1x1: 10
            P5 2 1 255~AB                | uint8 1x2x1: 65 66
            P6 1 1 255~AAA               | uint8 1x1x1: 65
            """)
    void decodesPortablePixmaps(String text, String expected) {
        byte[] file = text.replace('~', '\n').getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(expected,
                Literal.text(Applied.to(new DecodeImage(DecodeImage.PixelFormat.GRAYSCALE), bytes(file))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hello                        | in no format that the JDK reads
            P6 100000 100000 255~A       | 100000 by 100000 pixels, at most
            P6 2 1 255~AAA               | the picture needs 6 bytes of pixels, found 3
            P6 0 1 255~A                 | 0 by 1 pixels
            P5 1 1 0~A                   | largest value is 0
            P2 1                         | cut off
            """)
    void refusesBrokenPictures(String text, String message) {
        byte[] file = text.replace('~', '\n').getBytes(StandardCharsets.ISO_8859_1);
        String found = Applied.refusal(new DecodeImage(DecodeImage.PixelFormat.RGB), bytes(file));
        assertTrue(found.contains(message), found);
    }

    @Test
    void refusesCutOffFiles() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "png", file);
        for (int length = 1; length < file.size(); length += 7) {
            Tensor encoded = bytes(Arrays.copyOf(file.toByteArray(), length));
            try {
                assertEquals(16, Applied.to(new DecodeImage(DecodeImage.PixelFormat.RGB), encoded).size(0));
            } catch (ModelException e) {
                assertTrue(e.getMessage().contains("picture"), e.getMessage());
            }
        }
    }
}

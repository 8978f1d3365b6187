package org.sardonyx.cli.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

class ImageInputTest {
    private static final int RED = 0xFFFF0000;
    private static final int GREEN = 0xFF00FF00;
    private static final int BLUE = 0xFF0000FF;

    @TempDir
    private Path folder;

    private Path write(BufferedImage image) throws IOException {
        Path file = folder.resolve("image.png");
        assertTrue(ImageIO.write(image, "png", file.toFile()));
        return file;
    }

    /// An image of one row.
    private Path colours(int... argb) throws IOException {
        BufferedImage image = new BufferedImage(argb.length, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, argb.length, 1, argb, 0, argb.length);
        return write(image);
    }

    private Path grey(int imageType, int... levels) throws IOException {
        BufferedImage image = new BufferedImage(levels.length, 1, imageType);
        image.getRaster().setPixels(0, 0, levels.length, 1, levels);
        return write(image);
    }

    private static TensorType type(DataType dataType, String shape) {
        return new TensorType(dataType, Shape.of(Arrays.stream(shape.split(" ")).map(Dimension::parse).toList()));
    }

    private static List<Double> read(Path file, TensorType type, Normalisation normalisation) {
        Tensor tensor = ImageInput.read(file, type, normalisation).tensor();
        return LongStream.range(0, tensor.size()).mapToObj(tensor::getDouble).toList();
    }

    private static List<Double> pixels(Path file, String shape) {
        return read(file, type(DataType.UINT8, shape), Normalisation.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 3 1 2 | [255.0, 0.0, 0.0, 255.0, 0.0, 0.0]",
        "3 1 2   | [255.0, 0.0, 0.0, 255.0, 0.0, 0.0]",
        "1 2 2 3 | [255.0, 0.0, 0.0, 0.0, 255.0, 0.0, 255.0, 0.0, 0.0, 0.0, 255.0, 0.0]",
        "2 2 3   | [255.0, 0.0, 0.0, 0.0, 255.0, 0.0, 255.0, 0.0, 0.0, 0.0, 255.0, 0.0]",
        "1 4 1 2 | [255.0, 0.0, 0.0, 255.0, 0.0, 0.0, 255.0, 255.0]",
        "1 2     | [76.0, 150.0]"})
    void pixelsGoWhereTheInputWantsThem(String shape, String expected) throws IOException {
        assertEquals(expected, pixels(colours(RED, GREEN), shape).toString());
    }

    @Test
    void greyLevelsAreReadAsTheyAre() throws IOException {
        assertEquals(List.of(0.0, 1.0, 100.0, 200.0, 255.0),
                pixels(grey(BufferedImage.TYPE_BYTE_GRAY, 0, 1, 100, 200, 255), "1 1 1 5"));
        assertEquals(List.of(0.0, 100.0, 255.0),
                pixels(grey(BufferedImage.TYPE_USHORT_GRAY, 0, 25700, 65535), "1 1 1 3"));
        assertEquals(List.of(0.0, 255.0), pixels(grey(BufferedImage.TYPE_BYTE_BINARY, 0, 1), "1 1 1 2"));
    }

    @Test
    void greyBecomesThreeEqualColours() throws IOException {
        assertEquals(List.of(7.0, 9.0, 7.0, 9.0, 7.0, 9.0),
                pixels(grey(BufferedImage.TYPE_BYTE_GRAY, 7, 9), "1 3 1 2"));
    }

    @Test
    void aPhotographIsDecoded() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            image.setRGB(i / 16, i % 16, 0xFF8040);
        }
        Path file = folder.resolve("image.jpg");
        assertTrue(ImageIO.write(image, "jpg", file.toFile()));
        List<Double> pixels = pixels(file, "1 3 1 1");
        assertEquals(255, pixels.get(0), 3);
        assertEquals(128, pixels.get(1), 3);
        assertEquals(64, pixels.get(2), 3);
    }

    @Test
    void opacityIsDroppedWhereItIsNotAskedFor() throws IOException {
        Path file = colours(0x40FF0000, 0x00000000);
        assertEquals(List.of(255.0, 0.0, 0.0, 0.0, 0.0, 0.0), pixels(file, "1 3 1 2"));
        assertEquals(List.of(64.0, 0.0), pixels(file, "1 4 1 2").subList(6, 8));
    }

    @Test
    void floatsAreBetweenZeroAndOneAndIntegersArePixelsUnlessScaled() throws IOException {
        Path file = grey(BufferedImage.TYPE_BYTE_GRAY, 51);
        TensorType floats = type(DataType.FLOAT32, "1 1 1 1");
        assertEquals(0.2, read(file, floats, Normalisation.DEFAULT).getFirst(), 1e-7);
        Normalisation scaled = new Normalisation(OptionalDouble.of(2), List.of(1.0), List.of(4.0), false);
        assertEquals(25.25, read(file, floats, scaled).getFirst(), 1e-5);
        assertEquals(25.0, read(file, type(DataType.INT8, "1 1 1 1"), scaled).getFirst());
        assertEquals(51.0, read(file, type(DataType.INT32, "1 1 1 1"), Normalisation.DEFAULT).getFirst());
    }

    @Test
    void integersAreRoundedAndSaturate() throws IOException {
        Normalisation scaled = new Normalisation(OptionalDouble.of(1.1), List.of(0.0), List.of(1.0), false);
        Path file = grey(BufferedImage.TYPE_BYTE_GRAY, 5, 255);
        assertEquals(List.of(6.0, 255.0), read(file, type(DataType.UINT8, "1 1 1 2"), scaled));
    }

    @Test
    void meanAndDeviationFollowTheTensorsChannels() throws IOException {
        Normalisation normalisation = new Normalisation(OptionalDouble.of(1), List.of(1.0, 2.0, 3.0),
                List.of(1.0, 1.0, 2.0), true);
        assertEquals(List.of(255.0 - 1, -2.0, -1.5),
                read(colours(BLUE), type(DataType.FLOAT32, "1 3 1 1"), normalisation));
    }

    @Test
    void whatIsNotFixedIsTakenFromTheImage() throws IOException {
        ImageInput input = ImageInput.read(colours(RED, GREEN), type(DataType.FLOAT32, "N 3 H W"),
                Normalisation.DEFAULT);
        assertEquals("float32[1, 3, 1, 2]", input.tensor().type().toString());
        assertEquals("2x1 pixels", input.description());
    }

    @Test
    void anotherSizeIsResizedTo() throws IOException {
        Path file = grey(BufferedImage.TYPE_BYTE_GRAY, 0, 100, 200, 0);
        ImageInput input = ImageInput.read(file, type(DataType.UINT8, "1 1 3 2"), Normalisation.DEFAULT);
        assertEquals("uint8[1, 1, 3, 2] {50, 100, 50, 100, 50, 100}", input.tensor().toString());
        assertEquals("4x1 pixels, resized to 2x3", input.description());
    }

    private String problem(Path file, TensorType type) {
        String message = assertThrows(ModelException.class,
                () -> ImageInput.read(file, type, Normalisation.DEFAULT)).getMessage();
        assertTrue(message.startsWith(file + ": "), message);
        return message.substring(file.toString().length() + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 5 8 8", "10", "1 1 3 8 8", "N C H W"})
    void anInputThatTakesNoImageIsNamed(String shape) throws IOException {
        TensorType type = type(DataType.FLOAT32, shape);
        assertTrue(problem(colours(RED), type).startsWith("the input is a " + type + ", expected one for an image"));
    }

    @Test
    void aBatchOfSeveralImagesIsRefused() throws IOException {
        assertEquals("a batch of 2 images, where one file holds one",
                problem(colours(RED), type(DataType.FLOAT32, "2 3 8 8")));
    }

    @Test
    void theNumberOfMeansIsTheNumberOfChannels() throws IOException {
        Path file = colours(RED);
        Normalisation two = new Normalisation(OptionalDouble.empty(), List.of(1.0, 2.0), List.of(1.0), false);
        assertEquals(file + ": mean of 2 channels for an image with 3", assertThrows(ModelException.class,
                () -> ImageInput.read(file, type(DataType.FLOAT32, "1 3 1 1"), two)).getMessage());
        assertEquals("a standard deviation of 0", assertThrows(ModelException.class,
                () -> new Normalisation(OptionalDouble.empty(), List.of(0.0), List.of(0.0), false)).getMessage());
    }

    @Test
    void aFileThatIsNoImageIsRefused() throws IOException {
        TensorType type = type(DataType.FLOAT32, "1 3 8 8");
        assertEquals("there is no such file", problem(folder.resolve("missing.png"), type));
        assertEquals("is not a regular file", problem(folder, type));
        Path text = Files.writeString(folder.resolve("text.png"), "no image");
        assertEquals("is no image of a known format (PNG, JPEG, GIF, BMP, TIFF)", problem(text, type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void aFileCutShortIsRefused(String format) throws IOException {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < 1024; i++) {
            image.setRGB(i / 32, i % 32, random.nextInt());
        }
        Path whole = folder.resolve("whole." + format);
        assertTrue(ImageIO.write(image, format, whole.toFile()));
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = 8; length < bytes.length - 32; length += 16) {
            Path cut = Files.write(folder.resolve("cut." + format), Arrays.copyOf(bytes, length));
            problem(cut, type(DataType.FLOAT32, "1 3 8 8"));
        }
        Path cut = Files.write(folder.resolve("cut." + format), Arrays.copyOf(bytes, bytes.length / 4 * 3));
        assertEquals("cannot be decoded: it ends within the image", problem(cut, type(DataType.FLOAT32, "1 3 8 8")));
    }

    /// A header alone claims 40,000 x 40,000 pixels; decoding it would ask for gigabytes.
    @Test
    void aBombIsNotDecoded() throws IOException {
        Path file = folder.resolve("bomb.png");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeLong(0x89504E470D0A1A0AL);
            byte[] header = {'I', 'H', 'D', 'R', 0, 0, (byte) 0x9C, 0x40, 0, 0, (byte) 0x9C, 0x40, 8, 2, 0, 0, 0};
            CRC32 checksum = new CRC32();
            checksum.update(header);
            out.writeInt(header.length - 4);
            out.write(header);
            out.writeInt((int) checksum.getValue());
            out.writeInt(0);
            out.write("IDAT".getBytes(StandardCharsets.US_ASCII));
        }
        assertEquals("is an image of 40000x40000 pixels, at most 100000000 with sides of up to 65535 are supported",
                problem(file, type(DataType.FLOAT32, "1 3 8 8")));
    }
}

package org.sardonyx.ir.operator;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Decodes a picture in one of the formats the JDK reads (JPEG, PNG, BMP, TIFF, GIF) or a portable pixmap. Operand: the
/// bytes of the file, a vector of uint8; the result is `[height, width, channels]` of uint8.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__ImageDecoder.html">ImageDecoder</a>
public record DecodeImage(PixelFormat format) implements Operator {
    private static final long MOST_PIXELS = 1 << 27;
    private static final int MOST_BYTES = 1 << 28;

    /// The channels of a decoded picture and their order.
    public enum PixelFormat {
        RGB,
        BGR,
        GRAYSCALE
    }

    public DecodeImage {
        Objects.requireNonNull(format);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        if (operands.dataType(0) != DataType.UINT8) {
            throw new ModelException(
                    "a picture in elements of type " + operands.dataType(0).text() + ", expected uint8");
        }
        return List.of(new TensorType(DataType.UINT8, Shape.of(List.of(Dimension.UNKNOWN, Dimension.UNKNOWN,
                Dimension.of(format == PixelFormat.GRAYSCALE ? 1 : 3)))));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor encoded = evaluation.tensor(0);
        if (encoded.size() > MOST_BYTES) {
            throw new ModelException(
                    "a picture of " + encoded.size() + " bytes, at most " + MOST_BYTES + " are supported");
        }
        byte[] bytes = new byte[(int) encoded.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) encoded.getBits(i);
        }
        boolean pixmap = bytes.length > 2 && bytes[0] == 'P' && bytes[1] >= '1' && bytes[1] <= '6';
        Picture picture = pixmap ? PortablePixmap.decode(bytes) : decoded(bytes);
        return List.of(tensor(picture));
    }

    /// A picture in pixels of 8 bits for red, green and blue, row by row.
    record Picture(int width, int height, int[] pixels) {
        static void check(long width, long height) {
            if (width < 1 || height < 1 || width * height > MOST_PIXELS) {
                throw new ModelException("a picture of " + width + " by " + height + " pixels, at most " + MOST_PIXELS
                        + " are supported");
            }
        }
    }

    private static Picture decoded(byte[] bytes) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new ModelException("the picture is in no format that the JDK reads");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                Picture.check(reader.getWidth(0), reader.getHeight(0));
                BufferedImage image = reader.read(0);
                int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
                return new Picture(image.getWidth(), image.getHeight(), pixels);
            } finally {
                reader.dispose();
            }
        } catch (ModelException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ModelException("the picture cannot be decoded: " + e.getMessage(), e);
        }
    }

    private Tensor tensor(Picture picture) {
        int channels = format == PixelFormat.GRAYSCALE ? 1 : 3;
        Tensor result = Tensor.allocate(DataType.UINT8, picture.height(), picture.width(), channels);
        long at = 0;
        for (int pixel : picture.pixels()) {
            int red = pixel >> 16 & 0xFF;
            int green = pixel >> 8 & 0xFF;
            int blue = pixel & 0xFF;
            switch (format) {
                case GRAYSCALE -> result.setBits(at++, luma(red, green, blue));
                case RGB -> {
                    result.setBits(at++, red);
                    result.setBits(at++, green);
                    result.setBits(at++, blue);
                }
                case BGR -> {
                    result.setBits(at++, blue);
                    result.setBits(at++, green);
                    result.setBits(at++, red);
                }
            }
        }
        return result;
    }

    /// ITU-R 601-2 in 16-bit fixed point.
    private static int luma(int red, int green, int blue) {
        return red * 19595 + green * 38470 + blue * 7471 + 0x8000 >> 16;
    }
}

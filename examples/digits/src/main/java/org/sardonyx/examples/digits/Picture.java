package org.sardonyx.examples.digits;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// A square picture in shades of grey.
///
/// @param pixels rows of bytes, each the brightness of a pixel from 0, black, to 255, white
record Picture(int size, byte[] pixels) {
    /// The picture made smaller: each pixel is the mean of a square of this picture's.
    ///
    /// @param newSize a divisor of the size
    Picture reduced(int newSize) {
        int side = size / newSize;
        byte[] reduced = new byte[newSize * newSize];
        for (int y = 0; y < newSize; y++) {
            for (int x = 0; x < newSize; x++) {
                int sum = 0;
                for (int i = 0; i < side * side; i++) {
                    sum += Byte.toUnsignedInt(pixels[(y * side + i / side) * size + x * side + i % side]);
                }
                reduced[y * newSize + x] = (byte) Math.round((float) sum / (side * side));
            }
        }
        return new Picture(newSize, reduced);
    }

    /// Writes the picture as a PNG file with 8 bits for each pixel.
    void write(Path file) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, size, size, pixels);
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IllegalStateException("this Java runtime writes no PNG files");
        }
    }
}

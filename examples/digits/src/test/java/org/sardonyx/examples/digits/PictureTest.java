package org.sardonyx.examples.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
    @TempDir
    private Path folder;

    @Test
    void reducingTakesTheMeanOfEachSquare() {
        byte[] pixels = {0, 10, 100, 100, //
            20, 30, 100, 100, //
            -1, -1, 0, 0, //
            -1, -1, 0, 3};
        assertArrayEquals(new byte[] {15, 100, -1, 1}, new Picture(4, pixels).reduced(2).pixels());
    }

    @Test
    void aPngFileKeepsEveryPixel() throws IOException {
        Path file = folder.resolve("picture.png");
        new Picture(2, new byte[] {0, 1, 127, -1}).write(file);
        BufferedImage read = ImageIO.read(file.toFile());
        assertEquals(1, read.getRaster().getNumBands());
        assertArrayEquals(new int[] {0, 1, 127, 255}, read.getRaster().getSamples(0, 0, 2, 2, 0, (int[]) null));
    }
}

package org.example;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Tells which digits are in pictures.
public final class Classifier {
    private static final int SIZE = 32;

    private Classifier() {}

    /// @param files pictures of digits, white on black
    public static void main(String[] files) throws IOException {
        try (LeNet5 model = new LeNet5()) {
            for (String file : files) {
                float[] probabilities = model.digit(pixels(Path.of(file)));
                int digit = likeliest(probabilities);
                System.out.printf("%s: %d (%.1f %%)%n", file, digit, 100 * probabilities[digit]);
            }
        }
    }

    private static int likeliest(float[] probabilities) {
        int likeliest = 0;
        for (int i = 1; i < probabilities.length; i++) {
            likeliest = probabilities[i] > probabilities[likeliest] ? i : likeliest;
        }
        return likeliest;
    }

    /// 32 rows of 32 averages of pixels, from 0 (black) to 1 (white).
    private static float[] pixels(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new IOException(file + " is no picture that Java reads");
        }
        Raster raster = image.getRaster();
        int scale = Math.min(image.getWidth(), image.getHeight()) / SIZE;
        float[] pixels = new float[SIZE * SIZE];
        for (int y = 0; y < SIZE * scale; y++) {
            for (int x = 0; x < SIZE * scale; x++) {
                pixels[y / scale * SIZE + x / scale] += raster.getSample(x, y, 0) / 255f / scale / scale;
            }
        }
        return pixels;
    }
}

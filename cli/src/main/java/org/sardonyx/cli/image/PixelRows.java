package org.sardonyx.cli.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;

/// The rows of an image as numbers from 0 to 255, channel by channel: grey (1), red, green and blue (3), or these and
/// opacity (4). Colours become grey by the weights of ITU-R BT.601, grey becomes three equal colours. Opacity is dropped
/// where it is not asked for.
final class PixelRows {
    private final BufferedImage image;
    private final int channels;
    private final boolean grey;
    private final double[] samples;
    private final int[] colours;

    PixelRows(BufferedImage image, int channels) {
        this.image = image;
        this.channels = channels;
        ColorModel model = image.getColorModel();
        // Java takes grey levels for linear light and would brighten them on the way to sRGB: they are read as they are.
        this.grey = !(model instanceof IndexColorModel) && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        this.samples = new double[image.getWidth() * image.getRaster().getNumBands()];
        this.colours = new int[image.getWidth()];
    }

    int height() {
        return image.getHeight();
    }

    int width() {
        return image.getWidth();
    }

    int channels() {
        return channels;
    }

    /// Reads a row into `row`, the numbers of one channel after those of another.
    void read(int y, double[] row) {
        if (grey) {
            readGrey(y, row);
        } else {
            readColours(y, row);
        }
    }

    private void readGrey(int y, double[] row) {
        int width = image.getWidth();
        int bands = image.getRaster().getNumBands();
        image.getRaster().getPixels(0, y, width, 1, samples);
        double scale = 255.0 / ((1L << image.getColorModel().getComponentSize(0)) - 1);
        for (int x = 0; x < width; x++) {
            for (int channel = 0; channel < channels; channel++) {
                row[channel * width + x] = channel < 3
                        ? samples[x * bands] * scale
                        : bands > 1 ? samples[x * bands + 1] * scale : 255;
            }
        }
    }

    private void readColours(int y, double[] row) {
        int width = image.getWidth();
        image.getRGB(0, y, width, 1, colours, 0, width);
        for (int x = 0; x < width; x++) {
            int colour = colours[x];
            int red = colour >> 16 & 0xFF;
            int green = colour >> 8 & 0xFF;
            int blue = colour & 0xFF;
            if (channels == 1) {
                row[x] = 0.299 * red + 0.587 * green + 0.114 * blue;
            } else {
                row[x] = red;
                row[width + x] = green;
                row[2 * width + x] = blue;
            }
            if (channels == 4) {
                row[3 * width + x] = colour >>> 24;
            }
        }
    }
}

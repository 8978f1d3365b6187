package org.sardonyx.cli.image;

import java.util.Arrays;

/// The rows of an image at another size, from the top, one at a time: no more than two rows of the source are held beside
/// the decoded image.
final class ResizedRows {
    private final PixelRows source;
    private final Resampling down;
    private final Resampling across;
    private final double[] row;
    private final double[][] resized;
    private final int[] held = {-1, -1};

    ResizedRows(PixelRows source, int height, int width) {
        this.source = source;
        this.down = Resampling.of(source.height(), height);
        this.across = Resampling.of(source.width(), width);
        this.row = new double[source.width() * source.channels()];
        this.resized = new double[2][width * source.channels()];
    }

    /// Computes row `y` into `result`, the numbers of one channel after those of another.
    void read(int y, double[] result) {
        Arrays.fill(result, 0);
        for (int k = 0; k < down.weights()[y].length; k++) {
            double weight = down.weights()[y][k];
            double[] part = resized(down.first()[y] + k);
            for (int i = 0; i < result.length; i++) {
                result[i] += weight * part[i];
            }
        }
    }

    private double[] resized(int y) {
        double[] result = resized[y % 2];
        if (held[y % 2] != y) {
            held[y % 2] = y;
            source.read(y, row);
            int width = result.length / source.channels();
            for (int channel = 0; channel < source.channels(); channel++) {
                for (int x = 0; x < width; x++) {
                    result[channel * width + x] = across.apply(x, row, channel * source.width());
                }
            }
        }
        return result;
    }
}

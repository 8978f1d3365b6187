package org.sardonyx.cli.image;

import java.awt.image.BufferedImage;
import java.nio.file.Path;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// An image as an input of a model.
///
/// ```java
/// TensorType type = TensorType.of(DataType.FLOAT32, 1, 3, 224, 224);
/// Tensor image = ImageInput.read(Path.of("cat.jpg"), type, Normalisation.DEFAULT).tensor();
/// ```
///
/// @param tensor of the input's element type
/// @param description what was done to the image, for a person to read
public record ImageInput(Tensor tensor, String description) {

    /// Reads an image and resizes it to the height and width of the input, whatever its own proportions, or leaves it as
    /// large as it is where they are not fixed.
    ///
    /// @param type `[batch, channels, height, width]` with 1, 3 or 4 channels; `[batch, height, width, channels]` if the
    ///        last dimension is 1, 3 or 4 and the second is not; either without the batch; or `[height, width]`
    /// @throws ModelException if the file cannot be decoded or the input does not take an image
    public static ImageInput read(Path file, TensorType type, Normalisation normalisation) {
        try {
            ImageLayout layout = ImageLayout.of(type);
            normalisation.requireChannels(layout.channels());
            BufferedImage image = ImageFile.decode(file);
            int height = size(layout.height(), image.getHeight());
            int width = size(layout.width(), image.getWidth());
            Tensor tensor = Tensor.allocate(type.dataType(), layout.sizes(height, width));
            if (tensor.size() > 0) {
                fill(tensor, layout, new ResizedRows(new PixelRows(image, layout.channels()), height, width), height,
                        width, normalisation);
            }
            boolean same = height == image.getHeight() && width == image.getWidth();
            String resized = same ? "" : ", resized to " + width + "x" + height;
            return new ImageInput(tensor, image.getWidth() + "x" + image.getHeight() + " pixels" + resized);
        } catch (ModelException e) {
            throw e.at(file.toString());
        }
    }

    private static int size(Dimension dimension, int image) {
        if (!dimension.isConstant()) {
            return image;
        }
        if (dimension.size() > Integer.MAX_VALUE / 8) {
            throw new ModelException("cannot be resized to " + dimension + " pixels along one axis");
        }
        return (int) dimension.size();
    }

    private static void fill(Tensor tensor, ImageLayout layout, ResizedRows rows, int height, int width,
            Normalisation normalisation) {
        double[] row = new double[width * layout.channels()];
        for (int y = 0; y < height; y++) {
            rows.read(y, row);
            for (int channel = 0; channel < layout.channels(); channel++) {
                int place = normalisation.place(channel, layout.channels());
                for (int x = 0; x < width; x++) {
                    double value = normalisation.apply(row[channel * width + x], place, tensor.dataType());
                    set(tensor, layout.index(place, y, x, height, width), value);
                }
            }
        }
    }

    private static void set(Tensor tensor, long index, double value) {
        DataType type = tensor.dataType();
        tensor.setBits(index, type.isInteger() ? type.encodeSaturating(Math.rint(value)) : type.encode(value));
    }
}

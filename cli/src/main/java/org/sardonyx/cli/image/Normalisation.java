package org.sardonyx.cli.image;

import java.util.List;
import java.util.OptionalDouble;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;

/// How pixels become the numbers of a tensor: `(pixel * scale - mean) / deviation`, the last two for each channel in the
/// order of the tensor's channels.
///
/// @param scale what a pixel's value from 0 to 255 is multiplied by; if not given 1/255, or 1 for integer elements
/// @param mean one number, or one for each channel
/// @param deviation one number, or one for each channel
/// @param reversed whether the colours come as blue, green, red
public record Normalisation(OptionalDouble scale, List<Double> mean, List<Double> deviation, boolean reversed) {
    public static final Normalisation DEFAULT =
            new Normalisation(OptionalDouble.empty(), List.of(0.0), List.of(1.0), false);

    public Normalisation {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (deviation.contains(0.0)) {
            throw new ModelException("a standard deviation of 0");
        }
    }

    /// @throws ModelException if there are neither one nor `channels` numbers
    void requireChannels(int channels) {
        for (List<Double> numbers : List.of(mean, deviation)) {
            if (numbers.size() != 1 && numbers.size() != channels) {
                throw new ModelException((numbers == mean ? "mean" : "standard deviation") + " of " + numbers.size()
                        + " channels for an image with " + channels);
            }
        }
    }

    /// The tensor's channel that a channel of the image goes to.
    int place(int channel, int channels) {
        return reversed && channels >= 3 && channel < 3 ? 2 - channel : channel;
    }

    /// @param place the tensor's channel
    double apply(double pixel, int place, DataType type) {
        double scaled = pixel * scale.orElse(type.isInteger() ? 1 : 1 / 255.0);
        return (scaled - of(mean, place)) / of(deviation, place);
    }

    private static double of(List<Double> numbers, int channel) {
        return numbers.get(numbers.size() == 1 ? 0 : channel);
    }
}

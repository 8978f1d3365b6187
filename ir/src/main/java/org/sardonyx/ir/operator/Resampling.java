package org.sardonyx.ir.operator;

import java.util.Objects;

/// How [Resize] finds and weighs the elements that make up a new one.
///
/// @param cubicCoefficient the coefficient `a` of cubic interpolation
/// @param excludeOutside whether weights of elements beyond the edge are dropped and the others rescaled; else the edge is
///        repeated
/// @param antialias whether the filter is stretched when the tensor shrinks
/// @param extrapolation the value of elements outside of the tensor, with [Coordinates#CROP_AND_RESIZE]
public record Resampling(Method method, Coordinates coordinates, Rounding rounding, double cubicCoefficient,
        boolean excludeOutside, boolean antialias, double extrapolation) {

    /// How many neighbours count, and by which weights.
    public enum Method {
        NEAREST,
        LINEAR,
        CUBIC
    }

    /// Which of two neighbours is the nearest.
    public enum Rounding {
        PREFER_FLOOR,
        PREFER_CEILING,
        FLOOR,
        CEILING
    }

    /// Where an element of the result lies in the tensor.
    public enum Coordinates {
        HALF_PIXEL,
        HALF_PIXEL_SYMMETRIC,
        PYTORCH_HALF_PIXEL,
        ALIGN_CORNERS,
        ASYMMETRIC,
        HALF_PIXEL_FOR_NEAREST,
        CROP_AND_RESIZE
    }

    public Resampling {
        Objects.requireNonNull(method);
        Objects.requireNonNull(coordinates);
        Objects.requireNonNull(rounding);
    }
}

package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.divide;
import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.remainder;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.Optional;
import java.util.function.Consumer;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;

/// The elements of a tensor of which an index of the outermost loop has its share: those of a row, or a vector. The tensor has
/// `images` of `rows` of `width` pixels of `channels`.
///
/// @param lanes of a vector; if an index has one vector only, the number of channels is a multiple
/// @param pixel of the vector, if there is one only
/// @param channel the first of the vector, if there is one only
record Sweep(LoopCode code, int lanes, LoopExpression image, LoopExpression row, Optional<LoopExpression> pixel,
        Optional<LoopExpression> channel) {
    static Sweep of(LoopCode code, LoopExpression place, int lanes, Share share) {
        return of(code, place, lanes, share, "rows", "width");
    }

    /// The same of a tensor whose size has other names.
    static Sweep of(LoopCode code, LoopExpression place, int lanes, Share share, String rows, String width) {
        if (share == Share.ROWS) {
            return new Sweep(code, lanes, code.define("image", divide(place, parameter(rows))),
                    code.define("row", remainder(place, parameter(rows))), Optional.empty(), Optional.empty());
        }
        LoopExpression vectors =
                lanes == 1
                        ? parameter("channels")
                        : code.define("vectors", divide(parameter("channels"), index(lanes)));
        LoopExpression channel = code.define("channel", times(remainder(place, vectors), index(lanes)));
        LoopExpression number = code.define("number", divide(place, vectors));
        LoopExpression pixel = code.define("pixel", remainder(number, parameter(width)));
        LoopExpression line = code.define("line", divide(number, parameter(width)));
        return new Sweep(code, lanes, code.define("image", divide(line, parameter(rows))),
                code.define("row", remainder(line, parameter(rows))), Optional.of(pixel), Optional.of(channel));
    }

    /// Emits what is done for each pixel.
    void pixels(Consumer<LoopExpression> body) {
        pixel.ifPresentOrElse(body,
                () -> code.loop("pixel", index(0), parameter("width"), index(1), body));
    }

    /// Emits what is done for each vector of a pixel.
    void channels(Consumer<ElementStore.Channels> body) {
        channel.ifPresentOrElse(first -> body.accept(ElementStore.Channels.whole(first, lanes)),
                () -> ElementStore.channels(code, parameter("channels"), lanes, body));
    }
}

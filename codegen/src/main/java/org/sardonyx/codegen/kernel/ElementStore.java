package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.divide;
import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.minimum;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.subtract;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;

/// How a kernel stores its result: through the epilogue, to the tensor `y`, whose strides and those of the epilogue's operands
/// are parameters.
record ElementStore(Epilogue epilogue) {
    private static final List<String> STRIDES = List.of("origin", "image", "row", "pixel");

    /// Adds the buffers and parameters of the epilogue: after the first result its operands, then the other results.
    void declare(List<String> buffers, List<String> parameters) {
        STRIDES.forEach(stride -> parameters.add("y_" + stride));
        for (int i = 0; i < epilogue.operands().size(); i++) {
            String buffer = "e" + i;
            buffers.add(buffer);
            if (epilogue.operands().get(i) != Epilogue.Operand.PER_CHANNEL) {
                STRIDES.forEach(stride -> parameters.add(buffer + "_" + stride));
            }
        }
        for (int i = 1; i < epilogue.results(); i++) {
            String buffer = "y" + i;
            buffers.add(buffer);
            STRIDES.forEach(stride -> parameters.add(buffer + "_" + stride));
        }
    }

    /// Where the lanes are of an element.
    record Element(LoopExpression image, LoopExpression row, LoopExpression pixel, Channels channels) {
        LoopExpression in(String buffer) {
            return plus(pixelIn(buffer), channels.first);
        }

        LoopExpression pixelIn(String buffer) {
            return plus(plus(parameter(buffer + "_origin"), times(image, parameter(buffer + "_image"))),
                    plus(times(row, parameter(buffer + "_row")), times(pixel, parameter(buffer + "_pixel"))));
        }
    }

    /// Channels that are computed at once.
    ///
    /// @param first the first of them
    /// @param lanes of the vector they are in
    /// @param count how many there are, if the vector is not full
    record Channels(LoopExpression first, int lanes, Optional<LoopExpression> count) {
        /// A whole vector.
        static Channels whole(LoopExpression first, int lanes) {
            return new Channels(first, lanes, Optional.empty());
        }

        /// The same channels elsewhere.
        Channels at(LoopExpression place) {
            return new Channels(place, lanes, count);
        }

        /// Reads an element for each channel.
        LoopExpression load(String buffer, LoopExpression index) {
            return new LoopExpression.Load(buffer, index, lanes, count);
        }

        /// Writes an element for each channel.
        void store(LoopCode code, String buffer, LoopExpression index, LoopExpression value) {
            if (count.isPresent()) {
                code.store(buffer, index, value, count.get());
            } else {
                code.store(buffer, index, value);
            }
        }
    }

    void store(LoopCode code, Element element, LoopExpression result) {
        store(code, element, result, perChannel(code, element.channels));
    }

    /// Loads the operands that are the same for all pixels; in their places in the list of operands, the others are missing.
    List<Optional<LoopExpression>> perChannel(LoopCode code, Channels channels) {
        List<Optional<LoopExpression>> loaded = new ArrayList<>();
        for (int i = 0; i < epilogue.operands().size(); i++) {
            loaded.add(epilogue.operands().get(i) == Epilogue.Operand.PER_CHANNEL
                    ? Optional.of(code.define("operand", channels.load("e" + i, channels.first)))
                    : Optional.empty());
        }
        return loaded;
    }

    /// @param perChannel what [#perChannel] gave
    void store(LoopCode code, Element element, LoopExpression result, List<Optional<LoopExpression>> perChannel) {
        List<LoopExpression> operands = new ArrayList<>();
        for (int i = 0; i < perChannel.size(); i++) {
            String buffer = "e" + i;
            LoopExpression loaded = epilogue.operands().get(i) == Epilogue.Operand.PER_PIXEL
                    ? new LoopExpression.Splat(load(buffer, element.pixelIn(buffer), 1), element.channels.lanes)
                    : element.channels.load(buffer, element.in(buffer));
            operands.add(perChannel.get(i).orElseGet(() -> code.define("operand", loaded)));
        }
        List<LoopExpression> results = epilogue.formula().results(code, result, operands);
        for (int i = 0; i < results.size(); i++) {
            String buffer = i == 0 ? "y" : "y" + i;
            element.channels.store(code, buffer, element.in(buffer), results.get(i));
        }
    }

    /// Emits what is done with four channels, as far as there are so many.
    ///
    /// @param first of them, and `count` the end
    /// @param number of the first one in the tensors
    /// @param areWhole whether there are always four of them or none
    static void fours(LoopCode code, LoopExpression first, LoopExpression count, LoopExpression number,
            boolean areWhole,
            Consumer<Channels> body) {
        int lanes = GroupTile.LANES;
        LoopExpression left = code.define("left", subtract(count, first));
        if (areWhole) {
            code.when(new LoopExpression.Less(index(0), left), () -> body.accept(Channels.whole(number, lanes)));
            return;
        }
        code.when(new LoopExpression.Less(index(lanes - 1L), left), () -> body.accept(Channels.whole(number, lanes)));
        LoopExpression some = minimum(left, subtract(index(lanes), left));
        code.when(new LoopExpression.Less(index(0), some),
                () -> body.accept(new Channels(number, lanes, Optional.of(left))));
    }

    /// Emits a loop over channels by vectors, and what is done with those that are left.
    static void channels(LoopCode code, LoopExpression count, int lanes, Consumer<Channels> body) {
        if (lanes == 1) {
            code.loop("channel", index(0), count, index(1), channel -> body.accept(Channels.whole(channel, 1)));
            return;
        }
        LoopExpression vectors = code.define("vectors", times(divide(count, index(lanes)), index(lanes)));
        code.loop("channel", index(0), vectors, index(lanes),
                channel -> body.accept(Channels.whole(channel, lanes)));
        code.when(new LoopExpression.Less(vectors, count), () -> body.accept(new Channels(vectors, lanes,
                Optional.of(code.define("left", subtract(count, vectors))))));
    }
}

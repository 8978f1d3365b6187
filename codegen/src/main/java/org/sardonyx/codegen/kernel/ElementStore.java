package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;

/// How a kernel stores its result: through the epilogue, to the tensor `y`, whose strides and those of the epilogue's operands
/// are parameters.
record ElementStore(Epilogue epilogue, int lanes) {
    private static final List<String> STRIDES = List.of("origin", "image", "row", "pixel");

    /// Adds the buffers and parameters of the epilogue.
    void declare(List<String> buffers, List<String> parameters) {
        STRIDES.forEach(stride -> parameters.add("y_" + stride));
        for (int i = 0; i < epilogue.operands().size(); i++) {
            String buffer = "e" + i;
            buffers.add(buffer);
            if (epilogue.operands().get(i) == Epilogue.Operand.PER_ELEMENT) {
                STRIDES.forEach(stride -> parameters.add(buffer + "_" + stride));
            }
        }
    }

    /// Where the lanes are of an element.
    ///
    /// @param channel the first of the lanes
    record Element(LoopExpression image, LoopExpression row, LoopExpression pixel, LoopExpression channel) {
        LoopExpression in(String buffer) {
            return plus(plus(plus(parameter(buffer + "_origin"), times(image, parameter(buffer + "_image"))),
                    plus(times(row, parameter(buffer + "_row")), times(pixel, parameter(buffer + "_pixel")))), channel);
        }
    }

    /// @param count how many lanes are stored, if not all
    void store(LoopCode code, Element element, LoopExpression result, Optional<LoopExpression> count) {
        List<LoopExpression> operands = new ArrayList<>();
        for (int i = 0; i < epilogue.operands().size(); i++) {
            String buffer = "e" + i;
            operands.add(switch (epilogue.operands().get(i)) {
                case PER_CHANNEL -> load(buffer, element.channel, lanes);
                case PER_ELEMENT -> new LoopExpression.Load(buffer, element.in(buffer), lanes, count);
            });
        }
        LoopExpression stored = epilogue.formula().apply(result, operands);
        if (count.isPresent()) {
            code.store("y", element.in("y"), stored, count.get());
        } else {
            code.store("y", element.in("y"), stored);
        }
    }
}

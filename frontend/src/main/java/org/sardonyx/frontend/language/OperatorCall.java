package org.sardonyx.frontend.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.sardonyx.frontend.language.syntax.Element;
import org.sardonyx.frontend.language.syntax.Position;
import org.sardonyx.frontend.onnx.OnnxNodeWriter;
import org.sardonyx.ir.ModelException;

/// A call of one of ONNX's operators by its own name: options are its attributes.
///
/// @see <a href="https://onnx.ai/onnx/operators/">ONNX Operators</a>
record OperatorCall(LayerCall call, NetworkBuilder network) {
    /// @param operands an operand that is left out is empty
    /// @param outputs how many are asked for
    List<Value> apply(List<Optional<Value>> operands, String path, Frame frame, int outputs) {
        List<Attribute> attributes = new ArrayList<>();
        for (Element argument : call.arguments()) {
            if (argument instanceof Element.Option(Position at, String name, var value)) {
                attributes.add(new Attribute(at, name, frame.evaluation().argument(value)));
            } else {
                throw new Fault(argument.at(),
                        call.name() + " is an operator of ONNX; its attributes are given by name, as "
                                + "in axis=1, and other values as operands in parentheses");
            }
        }
        if (operands.stream().anyMatch(operand -> operand.isPresent() && operand.get().broken())) {
            return Collections.nCopies(outputs, Value.BROKEN);
        }
        List<String> inputs = operands.stream().map(operand -> operand.map(Value::name).orElse("")).toList();
        try {
            return network.node(path, call.name(), inputs, outputs, node -> attributes.forEach(a -> a.write(node)))
                    .stream().map(Value::of).toList();
        } catch (ModelException e) {
            List<String> types =
                    inputs.stream().map(input -> input.isEmpty() ? "nothing" : network.type(input).toString())
                            .toList();
            throw new Fault(call.at(), call.name() + ": " + e.getMessage() + " (applied to " + String.join(", ", types)
                    + ")");
        }
    }

    private record Attribute(Position at, String name, Datum value) {
        void write(OnnxNodeWriter node) {
            switch (value) {
                case Datum.Whole(long number) -> node.withInt(name, number);
                case Datum.Fraction(double number) -> node.withFloat(name, (float) number);
                case Datum.Text(String text) -> node.withString(name, text);
                case Datum.Sizes(var sizes) ->
                        node.withInts(name, sizes.stream().mapToLong(Long::longValue).toArray());
                case Datum.Items(var items) -> write(node, items);
                case Datum.Initial _ -> throw new Fault(at, "attribute '" + name + "' is " + value
                        + ", expected a number, a text or a list");
            }
        }

        private void write(OnnxNodeWriter node, List<Datum> items) {
            if (items.stream().allMatch(Datum.Whole.class::isInstance)) {
                node.withInts(name, items.stream().mapToLong(item -> ((Datum.Whole) item).value()).toArray());
            } else if (items.stream().allMatch(Datum.Text.class::isInstance)) {
                node.withStrings(name, items.stream().map(item -> ((Datum.Text) item).value()).toArray(String[]::new));
            } else {
                float[] numbers = new float[items.size()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = switch (items.get(i)) {
                        case Datum.Whole(long number) -> number;
                        case Datum.Fraction(double number) -> (float) number;
                        default -> throw new Fault(at, "attribute '" + name + "' is " + value
                                + ", expected all numbers or all texts");
                    };
                }
                node.withFloats(name, numbers);
            }
        }
    }
}

package org.sardonyx.frontend.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.sardonyx.frontend.language.syntax.Chain;
import org.sardonyx.frontend.language.syntax.Declaration;
import org.sardonyx.frontend.language.syntax.Element;
import org.sardonyx.frontend.language.syntax.Position;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Applies the layers of a chain, one after the other.
final class Chains {
    private final Vocabulary vocabulary;
    private final NetworkBuilder network;
    private final Lowering lowering;

    Chains(Vocabulary vocabulary, NetworkBuilder network, Lowering lowering) {
        this.vocabulary = vocabulary;
        this.network = network;
        this.lowering = lowering;
    }

    boolean isCallable(String name) {
        return vocabulary.isCallable(name);
    }

    /// @throws Fault if there is no current value
    Value current(Position at, Frame frame) {
        return frame.current()
                .orElseThrow(() -> new Fault(at, "there is no current value; begin with the name of one"));
    }

    /// The value that a chain ends with.
    Value result(Chain chain, Frame frame) {
        return results(chain, frame, 1).getFirst();
    }

    /// The values that the last layer of a chain yields.
    ///
    /// @param count how many are asked for
    List<Value> results(Chain chain, Frame frame, int count) {
        List<ChainReader.Step> steps = new ChainReader(vocabulary, frame).read(chain);
        Optional<Value> value = Optional.empty();
        for (int i = 0; i < steps.size() - 1; i++) {
            value = Optional.of(apply(steps.get(i), value, frame, 1).getFirst());
        }
        List<Value> results = apply(steps.getLast(), value, frame, count);
        if (results.size() != count) {
            throw new Fault(chain.at(), "it yields " + counted(results.size()) + ", " + count + " are named");
        }
        return results;
    }

    /// @param before the value that the chain has come to, empty at its beginning
    private List<Value> apply(ChainReader.Step step, Optional<Value> before, Frame frame, int count) {
        return switch (step) {
            case ChainReader.Step.Start(_, Value value) -> List.of(value);
            case ChainReader.Step.Literal(Position at, Datum value) ->
                    List.of(Value.of(literal(at, value, Optional.empty(), frame)));
            case ChainReader.Step.Merge(Position at, var function, Chain operand) ->
                    List.of(merge(at, function, operand, before.isPresent() ? before.get() : current(at, frame),
                            frame));
            case ChainReader.Step.Call(LayerCall call) -> call(call, before, frame, count);
        };
    }

    private Value merge(Position at, Element.Merging function, Chain operand, Value before, Frame frame) {
        lowering.count(at);
        Value other = operand.elements().size() == 1 && literalOf(operand, frame).isPresent() && !before.broken()
                ? Value.of(literal(at, literalOf(operand, frame).get(), Optional.of(before), frame))
                : result(operand, frame);
        if (before.broken() || other.broken()) {
            return Value.BROKEN;
        }
        boolean adds = function == Element.Merging.ADD;
        String path = frame.naming().path("");
        return at(at, function.text(), List.of(before, other), () -> Value.of(network.node(
                path + (adds ? "add" : "mul"), adds ? "Add" : "Mul", List.of(before.name(), other.name()), 1, _ -> {})
                .getFirst()));
    }

    private static Optional<Datum> literalOf(Chain operand, Frame frame) {
        return switch (operand.elements().getFirst()) {
            case Element.Argument(_, var value) -> Optional.of(frame.evaluation().value(value));
            case Element.Word(Position at, String name) when frame.evaluation().knows(name) ->
                    Optional.of(frame.evaluation().parameter(at, name));
            default -> Optional.empty();
        };
    }

    /// A constant of the element type of another value, or without one of int64 or float32.
    private String literal(Position at, Datum value, Optional<Value> like, Frame frame) {
        Optional<DataType> type = like.map(other -> network.type(other.name()))
                .map(other -> other instanceof TensorType tensor ? tensor.dataType() : DataType.FLOAT32);
        Tensor tensor = switch (value) {
            case Datum.Whole(long number) when type.isEmpty() -> Tensor.scalar(number);
            case Datum.Whole(long number) -> Tensor.scalar(type.get(), number);
            case Datum.Fraction(double number) -> Tensor.scalar(type.orElse(DataType.FLOAT32), number);
            case Datum.Items(var items) when items.stream().allMatch(Datum.Whole.class::isInstance) -> Tensor.vector(
                    items.stream().mapToLong(item -> ((Datum.Whole) item).value()).toArray());
            case Datum.Items(var items) -> Tensor.ofDoubles(DataType.FLOAT32, new long[] {items.size()},
                    items.stream().mapToDouble(item -> number(at, item)).toArray());
            case Datum.Text(String text) -> Tensor.ofStrings(new long[] {}, text);
            case Datum.Sizes _,Datum.Initial _ -> throw new Fault(at, value + " is no value");
        };
        return network.constant(frame.naming().path("constant"), tensor);
    }

    private static double number(Position at, Datum item) {
        return switch (item) {
            case Datum.Whole(long value) -> value;
            case Datum.Fraction(double value) -> value;
            default -> throw new Fault(at, item + " is no number");
        };
    }

    private List<Value> call(LayerCall call, Optional<Value> before, Frame frame, int count) {
        lowering.count(call.at());
        List<Optional<Value>> operands = new ArrayList<>();
        if (call.operands().isPresent()) {
            // The operands begin at the value that the chain has come to.
            Optional<Value> outer = frame.current();
            before.ifPresent(frame::current);
            for (Optional<Chain> operand : call.operands().get()) {
                operands.add(operand.map(chain -> result(chain, frame)));
            }
            outer.ifPresentOrElse(frame::current, frame::noCurrent);
        } else if (!isSource(call.name())) {
            operands.add(Optional.of(before.isPresent() ? before.get() : current(call.at(), frame)));
        }
        String path = call.label().isPresent()
                ? frame.naming().labelled(Labels.expand(call.label().get().at(), call.label().get().label(),
                        frame.evaluation()))
                : frame.naming().next(call.name());
        Optional<Layer> layer = vocabulary.layer(call.name());
        Optional<Declaration.Block> block = vocabulary.block(call.name());
        if (layer.isPresent()) {
            return List.of(layer(layer.get(), call, operands, path, frame));
        } else if (block.isPresent()) {
            return List.of(block(block.get(), call, operands, path, frame));
        }
        return new OperatorCall(call, network).apply(operands, path, frame, count);
    }

    /// Operators without inputs are not applied to the current value.
    private static boolean isSource(String name) {
        return name.equals("Constant") || name.equals("RandomNormal") || name.equals("RandomUniform");
    }

    private Value layer(Layer layer, LayerCall call, List<Optional<Value>> operands, String path, Frame frame) {
        Arguments arguments = call.bind(layer.signature(), frame.evaluation());
        List<Value> values = required(call, operands, layer.leastOperands(), layer.mostOperands());
        if (values.stream().anyMatch(Value::broken)) {
            return Value.BROKEN;
        }
        LayerSite site =
                new LayerSite(call, arguments, values.stream().map(Value::name).toList(), path, frame.weights(),
                        network);
        return at(call.at(), call.name(), values, () -> Value.of(layer.meaning().apply(site)));
    }

    private static String counted(int values) {
        return values == 1 ? "one value" : values + " values";
    }

    private static List<Value> required(LayerCall call, List<Optional<Value>> operands, int least, int most) {
        if (operands.size() < least || operands.size() > most) {
            throw new Fault(call.at(), call.name() + " is applied to " + counted(operands.size()) + ", expected "
                    + (least == most
                            ? least + ""
                            : most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most)
                    + (call.operands().isEmpty() && least > 1 ? ", in parentheses" : ""));
        }
        List<Value> values = new ArrayList<>();
        for (Optional<Value> operand : operands) {
            values.add(
                    operand.orElseThrow(() -> new Fault(call.at(), "an operand of " + call.name() + " is left out")));
        }
        return values;
    }

    /// Adds what an exception does not know: where it happened, and to which shapes.
    private <T> T at(Position at, String name, List<Value> operands, Supplier<T> action) {
        try {
            return action.get();
        } catch (ModelException e) {
            List<String> types = operands.stream().map(operand -> network.type(operand.name()).toString()).toList();
            throw new Fault(at, name + ": " + e.getMessage() + " (applied to " + String.join(", ", types) + ")");
        }
    }

    private Value block(Declaration.Block block, LayerCall call, List<Optional<Value>> operands, String path,
            Frame frame) {
        Signature signature = signature(block);
        Arguments arguments = call.bind(signature, frame.evaluation());
        int expected = Math.max(1, block.operands().size());
        List<Value> values = required(call, operands, expected, expected);
        if (values.stream().anyMatch(Value::broken)) {
            return Value.BROKEN;
        }
        Map<String, Datum> parameters = new HashMap<>();
        Evaluation defaults = new Evaluation(parameters, frame);
        for (Declaration.Formal formal : block.formals()) {
            parameters.put(formal.name(), arguments.has(formal.name())
                    ? arguments.all().get(formal.name()).getFirst().value()
                    : defaults.argument(formal.byDefault().orElseThrow()));
        }
        Frame inside = new Frame(network, parameters, new Naming(path, false), frame.weights());
        inside.current(values.getFirst());
        for (int i = 0; i < block.operands().size(); i++) {
            inside.values().put(block.operands().get(i), values.get(i));
        }
        lowering.enter(call.at(), block.body(), inside);
        return current(call.at(), inside);
    }

    private static Signature signature(Declaration.Block block) {
        StringBuilder positional = new StringBuilder();
        for (Declaration.Formal formal : block.formals()) {
            positional.append(positional.isEmpty() ? "" : " ").append(formal.name())
                    .append(formal.byDefault().isPresent() ? "?" : "");
        }
        return Signature.of(positional.toString(), "", "");
    }
}

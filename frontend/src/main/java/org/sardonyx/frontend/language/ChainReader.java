package org.sardonyx.frontend.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.sardonyx.frontend.language.syntax.Chain;
import org.sardonyx.frontend.language.syntax.Element;
import org.sardonyx.frontend.language.syntax.Expression;
import org.sardonyx.frontend.language.syntax.Position;

/// Finds the layers in a chain: which words call one, and which are arguments of the one before.
///
/// A word is, in this order: a parameter, a value, something to call, a flag or short option of the layer before it.
final class ChainReader {
    private final Vocabulary vocabulary;
    private final Frame frame;
    private final List<Step> steps = new ArrayList<>();
    private Optional<LayerCall.Builder> open = Optional.empty();

    /// A part of a chain that makes a value.
    sealed interface Step {
        /// The value that the chain begins with.
        record Start(Position at, Value value) implements Step {}

        /// A number or a list that the chain consists of.
        record Literal(Position at, Datum value) implements Step {}

        /// A layer, a block or an operator.
        record Call(LayerCall call) implements Step {}

        /// Another value that is added or multiplied.
        record Merge(Position at, Element.Merging function, Chain operand) implements Step {}
    }

    ChainReader(Vocabulary vocabulary, Frame frame) {
        this.vocabulary = vocabulary;
        this.frame = frame;
    }

    /// @throws Fault if something cannot stand where it is
    List<Step> read(Chain chain) {
        for (Element element : chain.elements()) {
            switch (element) {
                case Element.Word(Position at, String name) -> word(at, name, element);
                case Element.Call(Position at, String name, var operands) -> {
                    requireCallable(at, name);
                    close(name);
                    open = Optional.of(new LayerCall.Builder(at, name, Optional.of(operands)));
                }
                case Element.Merge(Position at, var function, var operand) -> {
                    close("");
                    steps.add(new Step.Merge(at, function, operand));
                }
                case Element.Argument(Position at, Expression value) -> {
                    if (open.isEmpty() && steps.isEmpty() && chain.elements().size() == 1) {
                        steps.add(new Step.Literal(at, frame.evaluation().value(value)));
                    } else {
                        layerBefore(at).add(element);
                    }
                }
                case Element.Option option -> layerBefore(option.at()).add(element);
                case Element.Label label -> layerBefore(label.at()).add(element);
            }
        }
        close("");
        return steps;
    }

    private LayerCall.Builder layerBefore(Position at) {
        return open.orElseThrow(() -> new Fault(at, "no layer stands before this argument"));
    }

    private void close(String next) {
        open.ifPresent(call -> steps.add(new Step.Call(call.build(next))));
        open = Optional.empty();
    }

    private void word(Position at, String name, Element element) {
        boolean begins = open.isEmpty() && steps.isEmpty();
        if (frame.evaluation().knows(name)) {
            if (begins) {
                steps.add(new Step.Literal(at, frame.evaluation().parameter(at, name)));
            } else {
                layerBefore(at).add(element);
            }
        } else if (name.equals("here") || frame.values().containsKey(name)) {
            if (!begins) {
                throw new Fault(at,
                        "the value '" + name + "' can begin a chain, join it with + or *, or be an operand in "
                                + "parentheses");
            }
            steps.add(new Step.Start(at, value(at, name)));
        } else if (vocabulary.isCallable(name)) {
            close(name);
            open = Optional.of(new LayerCall.Builder(at, name, Optional.empty()));
        } else if (open.isPresent() && isArgument(open.get().name(), name)) {
            open.get().add(element);
        } else {
            throw unknown(at, name);
        }
    }

    private Value value(Position at, String name) {
        if (!name.equals("here")) {
            return frame.values().get(name);
        }
        return frame.current()
                .orElseThrow(() -> new Fault(at, "there is no current value; begin with the name of one"));
    }

    private boolean isArgument(String called, String word) {
        Optional<Signature> signature = vocabulary.layer(called).map(Layer::signature);
        return signature.isPresent() && signature.get().flags().contains(word)
                || ShortOption.of(word).isPresent();
    }

    private void requireCallable(Position at, String name) {
        if (!vocabulary.isCallable(name)) {
            throw unknown(at, name);
        }
    }

    private Fault unknown(Position at, String name) {
        TreeSet<String> known = new TreeSet<>(vocabulary.names());
        known.addAll(frame.values().keySet());
        known.addAll(frame.parameters().keySet());
        open.flatMap(call -> vocabulary.layer(call.name())).ifPresent(layer -> known.addAll(layer.signature().flags()));
        return new Fault(at, "unknown layer '" + name + "'" + Suggestion.of(name, known));
    }
}

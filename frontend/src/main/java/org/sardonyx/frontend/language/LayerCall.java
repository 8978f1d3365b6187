package org.sardonyx.frontend.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.frontend.language.syntax.Chain;
import org.sardonyx.frontend.language.syntax.Element;
import org.sardonyx.frontend.language.syntax.Position;

/// A layer or a block with its arguments, as it is found in a chain.
///
/// @param name the word it is called by
/// @param operands empty if it is applied to the current value
/// @param arguments what follows it, in order: words that are no layers, numbers, options
/// @param label the name that is given to it
/// @param next the word of the layer after it in the chain
record LayerCall(Position at, String name, Optional<List<Optional<Chain>>> operands, List<Element> arguments,
        Optional<Element.Label> label, String next) {
    LayerCall {
        arguments = List.copyOf(arguments);
    }

    /// A call that is being read.
    static final class Builder {
        private final Position at;
        private final String name;
        private final Optional<List<Optional<Chain>>> operands;
        private final List<Element> arguments = new ArrayList<>();
        private Optional<Element.Label> label = Optional.empty();

        Builder(Position at, String name, Optional<List<Optional<Chain>>> operands) {
            this.at = at;
            this.name = name;
            this.operands = operands;
        }

        String name() {
            return name;
        }

        void add(Element argument) {
            if (argument instanceof Element.Label given) {
                if (label.isPresent()) {
                    throw new Fault(given.at(), name + " has a name already, '" + label.get().label() + "'");
                }
                label = Optional.of(given);
            } else {
                arguments.add(argument);
            }
        }

        LayerCall build(String next) {
            return new LayerCall(at, name, operands, arguments, label, next);
        }
    }

    /// Sorts the arguments by a signature.
    ///
    /// @throws Fault if one of them has no place in it, or one is missing
    Arguments bind(Signature signature, Evaluation evaluation) {
        Map<String, Arguments.Given> values = new LinkedHashMap<>();
        List<Arguments.Given> positional = new ArrayList<>();
        List<String> flags = new ArrayList<>();
        for (Element argument : arguments) {
            switch (argument) {
                case Element.Option(Position where, String option, var value) -> {
                    requireTaken(signature, where, option);
                    put(values, option, new Arguments.Given(where, evaluation.argument(value)));
                }
                case Element.Argument(Position where, var value) ->
                        positional.add(new Arguments.Given(where, evaluation.value(value)));
                case Element.Word(Position where, String word) -> {
                    if (signature.flags().contains(word)) {
                        flags.add(word);
                    } else if (evaluation.knows(word)) {
                        positional.add(new Arguments.Given(where, evaluation.parameter(where, word)));
                    } else {
                        ShortOption option = ShortOption.of(word)
                                .orElseThrow(() -> new IllegalStateException("not an argument: " + word));
                        requireTaken(signature, where, option.name());
                        put(values, option.name(), new Arguments.Given(where, option.value()));
                    }
                }
                case Element.Call _,Element.Label _,Element.Merge _ ->
                        throw new IllegalStateException("not an argument: " + argument);
            }
        }
        return new Arguments(this, signature, place(signature, positional, values), flags);
    }

    private void requireTaken(Signature signature, Position where, String option) {
        if (!signature.takes(option)) {
            List<String> known = new ArrayList<>(signature.options());
            known.addAll(signature.positional());
            throw new Fault(where, name + " has no option '" + option + "', it takes " + signature
                    + Suggestion.of(option, known));
        }
    }

    private static void put(Map<String, Arguments.Given> values, String option, Arguments.Given value) {
        if (values.put(option, value) != null) {
            throw new Fault(value.at(), "'" + option + "' is given twice");
        }
    }

    private Map<String, List<Arguments.Given>> place(Signature signature, List<Arguments.Given> positional,
            Map<String, Arguments.Given> named) {
        Map<String, List<Arguments.Given>> placed = new LinkedHashMap<>();
        named.forEach((option, value) -> placed.put(option, List.of(value)));
        List<String> names = signature.positional();
        for (int i = 0; i < positional.size(); i++) {
            boolean rest = signature.variadic() && i >= names.size() - 1;
            if (i >= names.size() && !rest) {
                throw new Fault(positional.get(i).at(), name + " has nothing to do with " + positional.get(i).value()
                        + ", it takes " + signature);
            }
            String option = names.get(Math.min(i, names.size() - 1));
            if (!rest && placed.containsKey(option)) {
                throw new Fault(positional.get(i).at(), "'" + option + "' is given twice");
            }
            placed.computeIfAbsent(option, _ -> new ArrayList<>()).add(positional.get(i));
        }
        for (String option : names.subList(0, signature.required())) {
            if (!placed.containsKey(option)) {
                throw new Fault(at, name + " lacks its " + option.toUpperCase() + ", it takes " + signature);
            }
        }
        return placed;
    }
}

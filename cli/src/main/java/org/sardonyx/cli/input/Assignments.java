package org.sardonyx.cli.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.ir.ModelException;

/// Finds out which input the arguments of an option are for: `NAME=VALUE`, or only `VALUE` where one input is left. Names
/// of inputs may contain `=` themselves: the longest one that fits counts.
final class Assignments {
    private Assignments() {}

    /// @return the values by name of the input
    static Map<String, String> of(String option, List<String> arguments, Collection<String> names) {
        Map<String, String> values = new HashMap<>();
        List<String> unnamed = new ArrayList<>();
        for (String argument : arguments) {
            Optional<String> name = names.stream().filter(candidate -> argument.startsWith(candidate + "="))
                    .max(Comparator.comparing(String::length));
            if (name.isEmpty()) {
                unnamed.add(argument);
            } else if (values.put(name.get(), argument.substring(name.get().length() + 1)) != null) {
                throw new ModelException(option + " is given twice for input '" + name.get() + "'");
            }
        }
        List<String> left = names.stream().filter(name -> !values.containsKey(name)).toList();
        if (unnamed.size() == 1 && left.size() == 1 && !looksNamed(unnamed.getFirst())) {
            values.put(left.getFirst(), unnamed.getFirst());
        } else if (!unnamed.isEmpty()) {
            throw problem(option, unnamed.getFirst(), names);
        }
        return values;
    }

    /// Whether something that is no path stands before a `=`.
    private static boolean looksNamed(String argument) {
        int equals = argument.indexOf('=');
        return equals >= 0 && argument.lastIndexOf('/', equals) < 0 && argument.lastIndexOf('\\', equals) < 0;
    }

    private static ModelException problem(String option, String argument, Collection<String> names) {
        if (names.isEmpty()) {
            return new ModelException(option + " " + argument + ": the model has no inputs");
        }
        String known = "the model has the inputs '" + String.join("', '", names) + "'";
        return new ModelException(option + " " + argument + ": " + (looksNamed(argument)
                ? "there is no input '" + argument.substring(0, argument.indexOf('=')) + "'; " + known
                : names.size() == 1
                        ? "given twice for the only input '" + names.iterator().next() + "'"
                        : "which input is it for? Write NAME=" + argument + "; " + known));
    }
}

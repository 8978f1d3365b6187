package org.sardonyx.frontend.language;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.sardonyx.frontend.language.syntax.Position;

/// Names with parameters in braces: `layer{i}`.
final class Labels {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)}");

    private Labels() {}

    /// @throws Fault if a name in braces is no parameter with a whole number
    static String expand(Position at, String label, Evaluation evaluation) {
        String expanded = PARAMETER.matcher(label).replaceAll(match -> number(at, match, evaluation));
        if (expanded.contains("{") || expanded.contains("}")) {
            throw new Fault(at, "the name '" + label + "' has a brace without its other half");
        }
        return expanded;
    }

    private static String number(Position at, MatchResult match, Evaluation evaluation) {
        return switch (evaluation.parameter(at, match.group(1))) {
            case Datum.Whole(long value) -> Long.toString(value);
            case Datum other ->
                    throw new Fault(at, "{" + match.group(1) + "} is " + other + ", expected a whole number");
        };
    }
}

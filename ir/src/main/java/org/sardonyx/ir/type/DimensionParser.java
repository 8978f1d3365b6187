package org.sardonyx.ir.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Recursive-descent reader of dimension expressions:
/// `sum := [-] product {(+|-) product}`, `product := factor {* factor}`,
/// `factor := number | symbol | floor ( ( sum ) / ( sum ) ) | ( sum )`. Nesting is limited.
final class DimensionParser {
    /// More than fits into the longest text that [Dimension] keeps.
    private static final int MAXIMUM_DEPTH = 64;

    private final String text;
    private final Map<String, Dimension> bindings;
    private int position;
    private int depth;

    DimensionParser(String text) {
        this(text, Map.of());
    }

    DimensionParser(String text, Map<String, Dimension> bindings) {
        this.text = text;
        this.bindings = bindings;
    }

    Dimension parse() {
        if (text.strip().equals("?")) {
            return Dimension.UNKNOWN;
        }
        Dimension result = sum();
        skipSpaces();
        if (position != text.length()) {
            throw unexpected();
        }
        return result;
    }

    /// The words of an expression that are neither numbers nor functions.
    static Set<String> symbols(String expression) {
        Set<String> symbols = new TreeSet<>();
        for (int start = 0, end = 0; start < expression.length(); start = end + 1) {
            end = start;
            while (end < expression.length() && isWordCharacter(expression.charAt(end))) {
                end++;
            }
            String word = expression.substring(start, end);
            boolean function = word.equals("floor") && expression.startsWith("(", end);
            if (Dimension.isSymbol(word) && !function) {
                symbols.add(word);
            }
        }
        return symbols;
    }

    /// Splits a product into its factors, at the `*` outside of parentheses.
    static List<String> atoms(String monomial) {
        List<String> atoms = new ArrayList<>();
        int start = 0;
        int open = 0;
        for (int i = 0; i < monomial.length(); i++) {
            switch (monomial.charAt(i)) {
                case '(' -> open++;
                case ')' -> open--;
                case '*' -> {
                    if (open == 0) {
                        atoms.add(monomial.substring(start, i));
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        if (!monomial.isEmpty()) {
            atoms.add(monomial.substring(start));
        }
        return atoms;
    }

    /// Whether an atom is the quotient of something not negative by something positive.
    static boolean isNonNegativeQuotient(String atom) {
        String prefix = "floor((";
        if (!atom.startsWith(prefix)) {
            return false;
        }
        int open = 1;
        int end = prefix.length();
        for (; open > 0; end++) {
            open += atom.charAt(end) == '(' ? 1 : atom.charAt(end) == ')' ? -1 : 0;
        }
        Dimension numerator = Dimension.parse(atom.substring(prefix.length(), end - 1));
        Dimension denominator = Dimension.parse(atom.substring(end + 2, atom.length() - 2));
        return numerator.isNonNegative() && denominator.isNonNegative();
    }

    private Dimension sum() {
        if (++depth > MAXIMUM_DEPTH) {
            throw new IllegalArgumentException("dimension expression is nested too deeply: " + text);
        }
        Dimension result = accept('-') ? product().times(-1) : product();
        while (true) {
            if (accept('+')) {
                result = result.plus(product());
            } else if (accept('-')) {
                result = result.minus(product());
            } else {
                depth--;
                return result;
            }
        }
    }

    private Dimension product() {
        Dimension result = factor();
        while (accept('*')) {
            result = result.times(factor());
        }
        return result;
    }

    private Dimension factor() {
        skipSpaces();
        if (accept('(')) {
            Dimension inner = sum();
            expect(')');
            return inner;
        }
        int start = position;
        while (position < text.length() && isWordCharacter(text.charAt(position))) {
            position++;
        }
        String word = text.substring(start, position);
        if (word.equals("floor") && accept('(')) {
            Dimension numerator = factor();
            expect('/');
            Dimension denominator = factor();
            expect(')');
            return numerator.floorDivide(denominator);
        }
        if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
            try {
                return Dimension.of(Long.parseLong(word));
            } catch (NumberFormatException _) {
                throw unexpected();
            }
        }
        if (!Dimension.isSymbol(word)) {
            throw unexpected();
        }
        Dimension bound = bindings.get(word);
        return bound != null ? bound : Dimension.symbol(word);
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private void skipSpaces() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private boolean accept(char c) {
        skipSpaces();
        if (position < text.length() && text.charAt(position) == c) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw unexpected();
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("not a dimension expression: '" + text + "' at position " + position);
    }
}

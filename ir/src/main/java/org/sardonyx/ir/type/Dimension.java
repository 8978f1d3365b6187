package org.sardonyx.ir.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/// One dimension of a shape: a number, an expression over symbols (`N`, `N*2+1`, `floor(N/2)`), or unknown.
///
/// An expression is kept as a polynomial with integer coefficients in normal form, so that equal expressions are equal
/// objects: `(N+1)*2` and `2*N+2` are the same dimension. Quotients that do not come out even are opaque atoms.
/// Two unknown dimensions are equal as objects, yet nothing is known about their sizes; ask [#sameSize].
///
/// Arithmetic never overflows silently: a result beyond 64 bits is unknown.
public final class Dimension {
    /// Nothing is known but that it is not negative.
    public static final Dimension UNKNOWN = new Dimension(null);
    /// Expressions with more terms than this are given up as unknown; it bounds the work a hostile model can cause.
    private static final int MAXIMUM_TERMS = 32;
    private static final int MAXIMUM_TEXT = 512;

    /// Monomial (sorted product of atoms, "" for the constant term) to coefficient, never zero; null when unknown.
    private final TreeMap<String, Long> terms;

    private Dimension(TreeMap<String, Long> terms) {
        this.terms = terms;
    }

    /// A fixed size. Negative numbers are legal in intermediate arithmetic; a shape refuses them.
    public static Dimension of(long size) {
        TreeMap<String, Long> terms = new TreeMap<>();
        if (size != 0) {
            terms.put("", size);
        }
        return new Dimension(terms);
    }

    /// A size with a name, the same wherever the name stands.
    ///
    /// @param name letters, digits, `_` and `.`, not starting with a digit
    public static Dimension symbol(String name) {
        if (!isSymbol(name)) {
            throw new IllegalArgumentException("not the name of a dimension: '" + name + "'");
        }
        return atom(name);
    }

    static boolean isSymbol(String name) {
        if (name.isEmpty() || name.length() > MAXIMUM_TEXT || Character.isDigit(name.charAt(0))) {
            return false;
        }
        return name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.');
    }

    private static Dimension atom(String text) {
        if (text.length() > MAXIMUM_TEXT) {
            return UNKNOWN;
        }
        TreeMap<String, Long> terms = new TreeMap<>();
        terms.put(text, 1L);
        return new Dimension(terms);
    }

    /// Reads what [#toString] prints.
    ///
    /// @throws IllegalArgumentException if the text is not an expression
    public static Dimension parse(String text) {
        return new DimensionParser(text).parse();
    }

    public boolean isKnown() {
        return terms != null;
    }

    public boolean isConstant() {
        return terms != null && (terms.isEmpty() || (terms.size() == 1 && terms.containsKey("")));
    }

    public OptionalLong constant() {
        return isConstant() ? OptionalLong.of(constantTerm()) : OptionalLong.empty();
    }

    /// The size of a constant dimension.
    ///
    /// @throws IllegalStateException if it is symbolic or unknown
    public long size() {
        if (!isConstant()) {
            throw new IllegalStateException("dimension " + this + " has no fixed size");
        }
        return constantTerm();
    }

    private long constantTerm() {
        return terms.getOrDefault("", 0L);
    }

    public boolean is(long size) {
        return isConstant() && constantTerm() == size;
    }

    /// Whether both are known and provably of the same size.
    public boolean sameSize(Dimension other) {
        return terms != null && terms.equals(other.terms);
    }

    /// Whether the two can never be of the same size: both are constant (or differ by a constant) and differ.
    public boolean neverSameSize(Dimension other) {
        Dimension difference = minus(other);
        return difference.isConstant() && difference.constantTerm() != 0;
    }

    /// Whether this is provably not negative: a sum of products of symbols, each a size, and quotients of such sums, with
    /// no negative coefficient.
    public boolean isNonNegative() {
        if (terms == null) {
            return false;
        }
        for (Map.Entry<String, Long> term : terms.entrySet()) {
            boolean factors = DimensionParser.atoms(term.getKey()).stream()
                    .allMatch(atom -> isSymbol(atom) || DimensionParser.isNonNegativeQuotient(atom));
            if (term.getValue() < 0 || !factors) {
                return false;
            }
        }
        return true;
    }

    public Dimension plus(Dimension other) {
        if (terms == null || other.terms == null) {
            return UNKNOWN;
        }
        TreeMap<String, Long> sum = new TreeMap<>(terms);
        try {
            other.terms.forEach((monomial, coefficient) -> add(sum, monomial, coefficient));
        } catch (ArithmeticException _) {
            return UNKNOWN;
        }
        return bounded(sum);
    }

    public Dimension plus(long number) {
        return plus(of(number));
    }

    public Dimension minus(Dimension other) {
        return plus(other.times(-1));
    }

    public Dimension minus(long number) {
        return plus(of(number).times(-1));
    }

    public Dimension times(long number) {
        return times(of(number));
    }

    /// The product; zero times unknown is zero.
    public Dimension times(Dimension other) {
        if (is(0) || other.is(0)) {
            return of(0);
        }
        if (terms == null || other.terms == null) {
            return UNKNOWN;
        }
        TreeMap<String, Long> product = new TreeMap<>();
        try {
            for (Map.Entry<String, Long> a : terms.entrySet()) {
                for (Map.Entry<String, Long> b : other.terms.entrySet()) {
                    add(product, monomial(a.getKey(), b.getKey()), Math.multiplyExact(a.getValue(), b.getValue()));
                }
            }
        } catch (ArithmeticException _) {
            return UNKNOWN;
        }
        return bounded(product);
    }

    /// The quotient rounded towards negative infinity.
    public Dimension floorDivide(Dimension divisor) {
        if (terms == null || divisor.terms == null || divisor.is(0)) {
            return UNKNOWN;
        }
        if (sameSize(divisor)) {
            return of(1);
        }
        if (divisor.is(-1)) {
            return times(-1);
        }
        if (isConstant() && divisor.isConstant()) {
            return of(Math.floorDiv(constantTerm(), divisor.constantTerm()));
        }
        Dimension exact = exactQuotient(divisor);
        if (exact != null) {
            return exact;
        }
        return divisor.isConstant() ? quotient(divisor) : atom("floor((" + this + ")/(" + divisor + "))");
    }

    /// Whole multiples of a constant divisor are taken out of the quotient that is rounded.
    private Dimension quotient(Dimension divisor) {
        TreeMap<String, Long> even = new TreeMap<>();
        TreeMap<String, Long> rest = new TreeMap<>();
        terms.forEach((monomial, coefficient) -> {
            boolean divides = coefficient % divisor.constantTerm() == 0;
            (divides ? even : rest).put(monomial, divides ? coefficient / divisor.constantTerm() : coefficient);
        });
        Dimension remainder = new Dimension(rest);
        return new Dimension(even).plus(remainder.isConstant()
                ? of(Math.floorDiv(remainder.constantTerm(), divisor.constantTerm()))
                : atom("floor((" + remainder + ")/(" + divisor + "))"));
    }

    public Dimension floorDivide(long divisor) {
        return floorDivide(of(divisor));
    }

    public Dimension ceilingDivide(long divisor) {
        return times(-1).floorDivide(divisor).times(-1);
    }

    /// Division by a divisor of one term that divides every term evenly, else null.
    private Dimension exactQuotient(Dimension divisor) {
        if (divisor.terms.size() != 1) {
            return null;
        }
        String monomial = divisor.terms.firstKey();
        long coefficient = divisor.terms.firstEntry().getValue();
        TreeMap<String, Long> quotient = new TreeMap<>();
        for (Map.Entry<String, Long> term : terms.entrySet()) {
            String rest = without(term.getKey(), monomial);
            if (rest == null || term.getValue() % coefficient != 0) {
                return null;
            }
            quotient.put(rest, term.getValue() / coefficient);
        }
        return new Dimension(quotient);
    }

    /// The names of the symbols it depends on, in alphabetical order; none if it is unknown.
    public Set<String> symbols() {
        return terms == null || isConstant() ? Set.of() : DimensionParser.symbols(toString());
    }

    /// Replaces symbols by dimensions; symbols without an entry stay.
    public Dimension bind(Map<String, Dimension> sizes) {
        return terms == null || isConstant() ? this : new DimensionParser(toString(), sizes).parse();
    }

    private static void add(TreeMap<String, Long> terms, String monomial, long coefficient) {
        long sum = Math.addExact(terms.getOrDefault(monomial, 0L), coefficient);
        if (sum == 0) {
            terms.remove(monomial);
        } else {
            terms.put(monomial, sum);
        }
    }

    private static Dimension bounded(TreeMap<String, Long> terms) {
        boolean small =
                terms.size() <= MAXIMUM_TERMS && terms.keySet().stream().allMatch(k -> k.length() <= MAXIMUM_TEXT);
        return small ? new Dimension(terms) : UNKNOWN;
    }

    private static String monomial(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        List<String> atoms = new ArrayList<>(DimensionParser.atoms(a));
        atoms.addAll(DimensionParser.atoms(b));
        Collections.sort(atoms);
        return String.join("*", atoms);
    }

    /// The product `from` without the factors of `factor`, or null if they are not all in it.
    private static String without(String from, String factor) {
        List<String> atoms = new ArrayList<>(DimensionParser.atoms(from));
        for (String atom : DimensionParser.atoms(factor)) {
            if (!atoms.remove(atom)) {
                return null;
            }
        }
        return String.join("*", atoms);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dimension dimension && Objects.equals(terms, dimension.terms);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(terms);
    }

    /// `?` if unknown, else the expression with the constant last: `N*2+1`.
    @Override
    public String toString() {
        if (terms == null) {
            return "?";
        }
        StringBuilder text = new StringBuilder();
        terms.forEach((monomial, coefficient) -> {
            if (!monomial.isEmpty()) {
                text.append(coefficient < 0 || text.isEmpty() ? "" : "+");
                text.append(coefficient == -1 ? "-" : "").append(monomial);
                if (coefficient != 1 && coefficient != -1) {
                    text.insert(text.length() - monomial.length(), coefficient < 0 ? "-" : "");
                    text.append('*').append(Long.toString(coefficient).replace("-", ""));
                }
            }
        });
        long constant = constantTerm();
        if (constant != 0 || text.isEmpty()) {
            text.append(constant >= 0 && !text.isEmpty() ? "+" : "").append(constant);
        }
        return text.toString();
    }
}

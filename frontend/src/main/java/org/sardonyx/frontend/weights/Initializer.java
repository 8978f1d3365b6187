package org.sardonyx.frontend.weights;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.value.Tensor;

/// How the elements of a parameter are chosen before anything has been learnt.
///
/// @param kind how they are distributed
/// @param number the standard deviation of [Kind#NORMAL], the bound of [Kind#UNIFORM], the value of [Kind#CONSTANT], and
///        0 for the others
public record Initializer(Kind kind, double number) {
    /// The forms in which initialisers are written.
    public static final String FORMS = "he, xavier, normal(deviation), uniform(bound), constant(value)";

    /// The initialiser for weights that are followed by a rectifier.
    public static final Initializer HE = new Initializer(Kind.HE, 0);

    /// The distributions.
    public enum Kind {
        /// Normal with mean 0 and variance 2 / fan-in:
        /// [He et al., "Delving Deep into Rectifiers", 2015](https://arxiv.org/abs/1502.01852).
        HE(false),
        /// Uniform with mean 0 and variance 2 / (fan-in + fan-out):
        /// [Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks",
        /// 2010](https://proceedings.mlr.press/v9/glorot10a.html).
        XAVIER(false),
        /// Normal with mean 0 and a standard deviation that is not negative.
        NORMAL(true),
        /// Uniform from minus a bound to that bound, which is not negative.
        UNIFORM(true),
        /// All elements equal.
        CONSTANT(true);

        private final boolean numbered;

        Kind(boolean numbered) {
            this.numbered = numbered;
        }

        private String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @throws ModelException if the deviation or bound is negative or not finite
    public Initializer {
        if (!kind.numbered && number != 0) {
            throw new IllegalArgumentException(kind + " takes no number, found " + number);
        }
        if (kind != Kind.CONSTANT && !(number >= 0 && number < Double.POSITIVE_INFINITY)) {
            throw new ModelException("found " + text(kind, number) + ", expected a finite number that is not negative");
        }
    }

    /// All elements equal to `value`, rounded to the element type.
    public static Initializer constant(double value) {
        return new Initializer(Kind.CONSTANT, value);
    }

    /// The initialiser that is written as a single word; empty if there is none of that name.
    public static Optional<Initializer> named(String name) {
        return of(name, List.of());
    }

    /// The initialiser that is written as a word with numbers in parentheses; empty if it is none of the [#FORMS].
    ///
    /// @throws ModelException if the number is none that this initialiser takes
    public static Optional<Initializer> of(String name, List<Double> numbers) {
        for (Kind kind : Kind.values()) {
            if (kind.text().equals(name) && numbers.size() == (kind.numbered ? 1 : 0)) {
                return Optional.of(new Initializer(kind, kind.numbered ? numbers.getFirst() : 0));
            }
        }
        return Optional.empty();
    }

    /// Writes every element of a tensor. The numbers depend on the arguments alone, not on the machine or on the number of
    /// threads, and are rounded to the element type.
    ///
    /// @param tensor a tensor of any type but string
    /// @param seed tells apart what is to differ; see [RandomFill#seed]
    /// @param fanIn how many elements of the input go into one of the output
    /// @param fanOut how many elements of the output one of the input goes into
    public void fill(Tensor tensor, long seed, long fanIn, long fanOut) {
        RandomFill random = new RandomFill(seed);
        switch (kind) {
            case HE -> random.normal(tensor, Math.sqrt(2 / atLeastOne(fanIn)));
            case XAVIER -> random.uniform(tensor, Math.sqrt(6 / atLeastOne((double) fanIn + fanOut)));
            case NORMAL -> random.normal(tensor, number);
            case UNIFORM -> random.uniform(tensor, number);
            case CONSTANT -> random.constant(tensor, number);
        }
    }

    private static double atLeastOne(double fan) {
        return Math.max(1, fan);
    }

    private static String text(Kind kind, double number) {
        return kind.numbered ? kind.text() + "(" + number + ")" : kind.text();
    }

    /// The form in which it is written: `he`, `normal(0.01)`.
    @Override
    public String toString() {
        return text(kind, number);
    }
}

package org.sardonyx.cli.conform;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.sardonyx.ir.value.MapValue;
import org.sardonyx.ir.value.OptionalValue;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// What the comparison of a value with the expected one found.
///
/// Shapes and element types must be equal. Numbers may differ by the tolerance; NaN equals NaN, and an infinity only
/// itself. Truth values and strings must be equal; sequences, optional values and maps are compared element by element.
///
/// @param problem how they differ, if they do
/// @param errors how far they are apart, tolerated or not
public record Comparison(Optional<String> problem, Errors errors) {
    private static final Comparison EQUAL = new Comparison(Optional.empty(), Errors.NONE);

    /// How elements of tensors are compared once type and shape are known to be equal.
    private interface Elements {
        Comparison compare(Tensor got, Tensor want);
    }

    /// Compares types, shapes and elements.
    public static Comparison of(Value got, Value want, Tolerance tolerance) {
        return compare(got, want, (gotTensor, wantTensor) -> TensorComparison.of(gotTensor, wantTensor, tolerance));
    }

    /// Compares types and shapes, but not elements.
    public static Comparison ofTypes(Value got, Value want) {
        return compare(got, want, (_, _) -> EQUAL);
    }

    private static Comparison compare(Value got, Value want, Elements elements) {
        return switch (want) {
            case Tensor wanted when got instanceof Tensor found -> compareTensors(found, wanted, elements);
            case SequenceValue wanted when got instanceof SequenceValue found ->
                    compareSequences(found, wanted, elements);
            case OptionalValue wanted when got instanceof OptionalValue found ->
                    compareOptionals(found, wanted, elements);
            case MapValue wanted when got instanceof MapValue found -> compareMaps(found, wanted, elements);
            default -> differ("got a " + got.type() + ", want a " + want.type());
        };
    }

    private static Comparison compareTensors(Tensor got, Tensor want, Elements elements) {
        return got.dataType() == want.dataType() && Arrays.equals(got.sizes(), want.sizes())
                ? elements.compare(got, want)
                : differ("got " + got.type() + ", want " + want.type());
    }

    private static Comparison compareSequences(SequenceValue got, SequenceValue want, Elements elements) {
        if (got.size() != want.size()) {
            return differ("got a sequence of length " + got.size() + ", want " + want.size());
        }
        Comparison all = EQUAL;
        for (int i = 0; i < want.size(); i++) {
            all = all.and(compare(got.get(i), want.get(i), elements).at("element " + i));
        }
        return all;
    }

    private static Comparison compareOptionals(OptionalValue got, OptionalValue want, Elements elements) {
        if (got.value().isPresent() && want.value().isPresent()) {
            return compare(got.value().get(), want.value().get(), elements);
        }
        return got.value().isPresent() == want.value().isPresent()
                ? EQUAL
                : differ("got " + presence(got) + ", want " + presence(want));
    }

    private static String presence(OptionalValue value) {
        return value.value().map(present -> "a " + present.type()).orElse("no value");
    }

    private static Comparison compareMaps(MapValue got, MapValue want, Elements elements) {
        if (got.keyType() != want.keyType() || !got.entries().keySet().equals(want.entries().keySet())) {
            return differ("got a map with keys " + got.keyType().text() + got.entries().keySet() + ", want "
                    + want.keyType().text() + want.entries().keySet());
        }
        Comparison all = EQUAL;
        for (Map.Entry<Object, Value> entry : want.entries().entrySet()) {
            Value found = got.entries().get(entry.getKey());
            all = all.and(compare(found, entry.getValue(), elements).at("key " + entry.getKey()));
        }
        return all;
    }

    private static Comparison differ(String problem) {
        return new Comparison(Optional.of(problem), Errors.NONE);
    }

    /// The same with the place put before the problem.
    Comparison at(String place) {
        return new Comparison(problem.map(text -> place + ": " + text), errors);
    }

    /// Both together: the first problem, the larger errors.
    Comparison and(Comparison other) {
        return new Comparison(problem.or(other::problem), errors.max(other.errors));
    }
}

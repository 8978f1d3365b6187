package org.sardonyx.frontend.language;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.frontend.language.syntax.Position;
import org.sardonyx.frontend.weights.Initializer;

/// The arguments of a layer, by name.
final class Arguments {
    private final LayerCall call;
    private final Signature signature;
    private final Map<String, List<Given>> values;
    private final List<String> flags;

    /// A value and where it stands.
    record Given(Position at, Datum value) {}

    Arguments(LayerCall call, Signature signature, Map<String, List<Given>> values, List<String> flags) {
        this.call = call;
        this.signature = signature;
        this.values = values;
        this.flags = flags;
    }

    Map<String, List<Given>> all() {
        return Collections.unmodifiableMap(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean flag(String name) {
        if (!signature.flags().contains(name)) {
            throw new IllegalArgumentException(call.name() + " has no flag " + name);
        }
        return flags.contains(name);
    }

    private Optional<Given> given(String name) {
        if (!signature.takes(name)) {
            throw new IllegalArgumentException(call.name() + " has no argument " + name);
        }
        return Optional.ofNullable(values.get(name)).map(List::getFirst);
    }

    private Fault wrong(String name, Given given, String expected) {
        return new Fault(given.at, call.name() + ": " + name + " is " + given.value + ", expected " + expected);
    }

    /// A number of at least 1.
    long count(String name) {
        return count(name, -1);
    }

    /// A number of at least 1.
    long count(String name, long byDefault) {
        Optional<Given> given = given(name);
        if (given.isEmpty()) {
            return byDefault;
        }
        return given.get().value instanceof Datum.Whole(long value) && value >= 1 && value <= Integer.MAX_VALUE
                ? value
                : fail(name, given.get(), "a whole number of at least 1");
    }

    private long fail(String name, Given given, String expected) {
        throw wrong(name, given, expected);
    }

    long whole(String name, long byDefault) {
        Optional<Given> given = given(name);
        if (given.isEmpty()) {
            return byDefault;
        }
        return given.get().value instanceof Datum.Whole(long value)
                ? value
                : fail(name, given.get(), "a whole number");
    }

    float number(String name, double byDefault) {
        Optional<Given> given = given(name);
        if (given.isEmpty()) {
            return (float) byDefault;
        }
        return switch (given.get().value) {
            case Datum.Whole(long value) -> value;
            case Datum.Fraction(double value) -> (float) value;
            default -> throw wrong(name, given.get(), "a number");
        };
    }

    /// All values of a variadic argument.
    long[] wholes(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .flatMapToLong(given -> Arrays.stream(switch (given.value) {
                    case Datum.Whole(long value) -> new long[] {value};
                    case Datum.Sizes(var sizes) -> sizes.stream().mapToLong(Long::longValue).toArray();
                    default -> throw wrong(name, given, "whole numbers");
                })).toArray();
    }

    /// A size for each axis; one number stands for all of them.
    ///
    /// @param least the least that a size may be
    long[] sizes(String name, int axes, long least, long byDefault) {
        Optional<Given> given = given(name);
        long[] all = new long[axes];
        if (given.isEmpty()) {
            Arrays.fill(all, byDefault);
            return all;
        }
        switch (given.get().value) {
            case Datum.Whole(long value) -> Arrays.fill(all, value);
            case Datum.Sizes(var sizes) when sizes.size() == axes -> Arrays.setAll(all, sizes::get);
            case Datum.Sizes(var sizes) -> throw wrong(name, given.get(), axes == 1
                    ? "one size, for the input has one spatial axis"
                    : axes + " sizes or one, for the input has " + axes + " spatial axes");
            default -> throw wrong(name, given.get(), "sizes such as 3 or 3x3");
        }
        if (Arrays.stream(all).anyMatch(size -> size < least || size > Integer.MAX_VALUE)) {
            throw wrong(name, given.get(), "at least " + least);
        }
        return all;
    }

    /// The padding of each axis in ONNX's order: all beginnings, then all ends. A list gives each of them, sizes give
    /// one for both ends of an axis.
    long[] pads(String name, int axes) {
        Optional<Given> given = given(name);
        if (given.isPresent() && given.get().value instanceof Datum.Items(var items)) {
            long[] pads = items.stream().mapToLong(item -> item instanceof Datum.Whole(long value) && value >= 0
                    ? value
                    : fail(name, given.get(), "numbers of at least 0")).toArray();
            return pads.length == 2 * axes
                    ? pads
                    : new long[(int) fail(name, given.get(), 2 * axes + " numbers, for the beginnings and the ends")];
        }
        long[] sizes = sizes(name, axes, 0, 0);
        long[] pads = Arrays.copyOf(sizes, 2 * axes);
        System.arraycopy(sizes, 0, pads, axes, axes);
        return pads;
    }

    Initializer initializer(String name, Initializer byDefault) {
        Optional<Given> given = given(name);
        if (given.isEmpty()) {
            return byDefault;
        }
        return switch (given.get().value) {
            case Datum.Initial(var initializer) -> initializer;
            case Datum.Whole(long value) -> Initializer.constant(value);
            case Datum.Fraction(double value) -> Initializer.constant(value);
            default -> throw wrong(name, given.get(), "a number or one of " + Initializer.FORMS);
        };
    }
}

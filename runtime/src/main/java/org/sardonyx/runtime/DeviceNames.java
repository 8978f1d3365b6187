package org.sardonyx.runtime;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.sardonyx.ir.ModelException;

/// The devices of a family by their names: that of the family means the first accelerator, or else the first device; behind a
/// colon follows a number, or a piece of what a device tells of itself.
///
/// @param family its name
/// @param devices in the order of their numbers; at least one
/// @param description what a device tells of itself
/// @param isAccelerator whether a device is one
public record DeviceNames<T>(String family, List<T> devices, Function<T, String> description,
        Predicate<T> isAccelerator) {
    /// Longer ones may be a piece of a name.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{0,2}");

    public DeviceNames {
        devices = List.copyOf(devices);
    }

    /// Whether a name is one of a family's.
    public static boolean isOf(String family, String name) {
        return name.equals(family) || name.startsWith(family + ":");
    }

    /// The full name of a device: `opencl:0`.
    public static String name(String family, int number) {
        return family + ":" + number;
    }

    /// The first accelerator.
    public Optional<T> accelerator() {
        return devices.stream().filter(isAccelerator).findFirst();
    }

    /// Finds a device.
    ///
    /// @throws ModelException if there is none of this name; the message lists those there are
    public T choose(String name) {
        if (name.equals(family)) {
            return accelerator().orElse(devices.getFirst());
        }
        String part = name.substring(family.length() + 1).toLowerCase(Locale.ROOT);
        boolean isNumber = NUMBER.matcher(part).matches();
        return IntStream.range(0, devices.size())
                .filter(i -> isNumber
                        ? name(family, i).equals(name)
                        : description.apply(devices.get(i)).toLowerCase(Locale.ROOT).contains(part))
                .mapToObj(devices::get).findFirst()
                .orElseThrow(() -> new ModelException("there is no device '" + name + "'; there are "
                        + IntStream.range(0, devices.size())
                                .mapToObj(i -> name(family, i) + " (" + description.apply(devices.get(i)) + ")")
                                .collect(Collectors.joining(", "))));
    }
}

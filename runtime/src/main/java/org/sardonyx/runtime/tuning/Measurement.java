package org.sardonyx.runtime.tuning;

import java.util.Optional;
import java.util.regex.Pattern;

/// How long a product took with a tile, and with the standard one beside it.
///
/// ```
/// jvm 25, Xeon, 16 lanes, 2 threads | 1x28x28x128 of 3x3x64 | 8x2 | 91230 ns | standard 98750 ns | rounds 2
/// ```
///
/// @param device what it was measured on, as the device calls itself for this purpose
/// @param shape of the product
/// @param tile that was tried
/// @param nanoseconds that all products of the shape in a network took
/// @param standardNanoseconds that they took with the standard tile, in turns
/// @param rounds in how many rounds it was measured; of two, this is the one in which it did worse
public record Measurement(String device, String shape, String tile, long nanoseconds, long standardNanoseconds,
        int rounds) {
    /// A tile is taken if it is clearly faster than the standard one: what is below it may be chance.
    private static final double CLEARLY_FASTER = 0.97;
    /// Of many tiles that are tried once, the best one is often the luckiest.
    private static final int ROUNDS = 2;
    private static final String SEPARATOR = " | ";
    private static final int PARTS = 6;
    private static final int MOST_ROUNDS = 1_000;
    static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_NAME = 400;

    public Measurement {
        if (nanoseconds < 1 || standardNanoseconds < 1 || rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("no measurement: " + nanoseconds + " ns, " + standardNanoseconds
                    + " ns, " + rounds + " rounds");
        }
        for (String text : new String[] {device, shape, tile}) {
            if (text.isBlank() || !text.equals(text.strip()) || text.contains("|")
                    || text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("'" + text + "' cannot be written down");
            }
        }
    }

    /// A text that can be the name of a device, whatever its driver says.
    public static String printable(String text) {
        String plain = text.replaceAll("[|\\p{Cntrl}]", " ").replaceAll("\\s+", " ").strip();
        return plain.isEmpty() ? "unnamed" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME)).strip();
    }

    /// A tile that is taken for faster than the standard one.
    static Measurement faster(String device, String shape, String tile) {
        return new Measurement(device, shape, tile, 1, 2, ROUNDS);
    }

    /// The time beside that of the standard tile.
    public double ratio() {
        return (double) nanoseconds / standardNanoseconds;
    }

    /// Whether it was faster than the standard tile by more than chance would have it, in the rounds so far.
    public boolean isFaster() {
        return ratio() < CLEARLY_FASTER;
    }

    /// Whether it was so often enough to be taken.
    public boolean isProven() {
        return isFaster() && rounds >= ROUNDS;
    }

    /// Both rounds of the same tile together: that in which it did worse.
    ///
    /// @param later of the same device, shape and tile
    public Measurement and(Measurement later) {
        Measurement worse = later.ratio() > ratio() ? later : this;
        return new Measurement(device, shape, tile, worse.nanoseconds, worse.standardNanoseconds,
                Math.min(MOST_ROUNDS, rounds + later.rounds));
    }

    /// The line of a [TuningFile].
    String line() {
        return String.join(SEPARATOR, device, shape, tile, nanoseconds + " ns",
                "standard " + standardNanoseconds + " ns",
                "rounds " + rounds);
    }

    /// @return empty if the line is none
    static Optional<Measurement> parse(String line) {
        String[] parts = line.split(Pattern.quote(SEPARATOR), -1);
        if (parts.length != PARTS || line.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Measurement(parts[0], parts[1], parts[2], number(parts[3], "", " ns"),
                    number(parts[4], "standard ", " ns"), Math.toIntExact(number(parts[5], "rounds ", ""))));
        } catch (IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static long number(String text, String before, String after) {
        if (!text.startsWith(before) || !text.endsWith(after) || text.length() <= before.length() + after.length()) {
            throw new IllegalArgumentException(text);
        }
        return Long.parseLong(text.substring(before.length(), text.length() - after.length()));
    }
}

package org.sardonyx.runtime.tuning;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was measured of tiles, on any number of devices.
public final class Tuning {
    /// Nothing was measured: all tiles are the standard ones.
    public static final Tuning NONE = new Tuning(List.of(), Optional.empty());

    private final Map<Key, Measurement> measurements;
    private final Optional<String> problem;

    private record Key(String device, String shape, String tile) {
        static Key of(Measurement measurement) {
            return new Key(measurement.device(), measurement.shape(), measurement.tile());
        }
    }

    /// @param measurements the last one of the same device, shape and tile counts
    /// @param problem of the file they come from
    Tuning(Collection<Measurement> measurements, Optional<String> problem) {
        this.measurements = new LinkedHashMap<>();
        measurements.forEach(measurement -> {
            this.measurements.remove(Key.of(measurement));
            this.measurements.put(Key.of(measurement), measurement);
        });
        this.problem = problem;
    }

    /// @param measurements the last one of the same device, shape and tile counts
    public static Tuning of(Collection<Measurement> measurements) {
        return new Tuning(measurements, Optional.empty());
    }

    /// Tiles of a device as if they had been measured to be faster than the standard ones, to try them.
    ///
    /// @param tiles by shape
    public static Tuning ofTiles(String device, Map<String, String> tiles) {
        return of(tiles.entrySet().stream().map(tile -> Measurement.faster(device, tile.getKey(), tile.getValue()))
                .toList());
    }

    /// What was measured, those last that were measured last.
    public List<Measurement> measurements() {
        return List.copyOf(measurements.values());
    }

    /// Whether nothing was measured.
    public boolean isEmpty() {
        return measurements.isEmpty();
    }

    /// What was measured of a tile.
    public Optional<Measurement> find(String device, String shape, String tile) {
        return Optional.ofNullable(measurements.get(new Key(device, shape, tile)));
    }

    /// The tiles of a device that are better than the standard ones, by shape.
    public Map<String, String> tiles(String device) {
        Map<String, Measurement> best = new HashMap<>();
        measurements.values().stream().filter(some -> some.device().equals(device) && some.isProven())
                .forEach(some -> best.merge(some.shape(), some, Tuning::better));
        Map<String, String> tiles = new HashMap<>();
        best.forEach((shape, measurement) -> tiles.put(shape, measurement.tile()));
        return Map.copyOf(tiles);
    }

    /// Of two that are equally good always the same one, in whatever order they were measured.
    private static Measurement better(Measurement one, Measurement other) {
        return Comparator.comparingDouble(Measurement::ratio).thenComparing(Measurement::tile).compare(one, other) <= 0
                ? one
                : other;
    }

    /// What was wrong with the file it was read from, for a person to read in one line: lines that were skipped, a file that cannot
    /// be read. It does no harm but that nothing is known from there.
    public Optional<String> problem() {
        return problem;
    }
}

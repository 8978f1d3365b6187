package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.sardonyx.codegen.CompilingDevice;
import org.sardonyx.codegen.lower.TileChoice;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.program.Step;
import org.sardonyx.runtime.tuning.Tuning;
import org.sardonyx.tests.TestTensors;

/// Asserts that a network gives the same bits with any tiles.
final class OtherTiles {
    private OtherTiles() {}

    /// Runs a network with standard tiles, and with one for each shape that is taken from all others.
    ///
    /// @return how many shapes had other tiles
    static int check(Graph open, Device device, Numerics numerics, long batch, Random random) {
        CompilingDevice compiling = (CompilingDevice) device;
        String input = open.inputNames().getFirst();
        TensorType type = TestTensors.inputType(open, batch);
        Graph graph = Specialization.of(open, Map.of(input, type)).graph();
        Map<String, Tensor> inputs = Map.of(input, TestTensors.random(type, 1));
        SessionOptions options = SessionOptions.DEFAULT.withThreads(2).withNumerics(numerics);
        Map<String, String> tiles = new HashMap<>();
        try (Arena memory = Arena.ofShared()) {
            compiling.lower(graph, options, memory).tiles().forEach(choice -> any(choice, random)
                    .forEach(tile -> tiles.put(choice.shape(), tile)));
        }
        Tuning tuning = Tuning.ofTiles(compiling.tuningName(options), tiles);
        try (Session standard = Session.open(graph, device, options);
                Session tuned = Session.open(graph, device, options.withTuning(tuning))) {
            assertEquals(Map.of(), tuned(standard, input, type));
            assertEquals(tiles, tuned(tuned, input, type), () -> device.name());
            Map<String, Value> expected = standard.run(inputs);
            tuned.run(inputs).forEach((name, found) -> assertTrue(
                    ((Tensor) expected.get(name)).sameContent((Tensor) found), device.name() + ": " + tiles));
        }
        return tiles.size();
    }

    /// One that could be tried, if there is one.
    private static List<String> any(TileChoice choice, Random random) {
        List<String> all = new ArrayList<>(choice.others());
        choice.variants().values().forEach(all::addAll);
        return all.isEmpty() ? List.of() : List.of(all.stream().sorted().toList().get(random.nextInt(all.size())));
    }

    /// The tiles that are not the standard ones, by shape.
    private static Map<String, String> tuned(Session session, String input, TensorType type) {
        Map<String, String> tiles = new HashMap<>();
        session.program(Map.of(input, type)).orElseThrow().tilings().stream().filter(Step.Tiling::isTuned)
                .forEach(tiling -> tiles.put(tiling.shape(), tiling.tile()));
        return tiles;
    }
}

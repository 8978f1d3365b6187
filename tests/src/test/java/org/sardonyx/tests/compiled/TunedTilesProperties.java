package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.codegen.CompilingDevice;
import org.sardonyx.codegen.lower.TileChoice;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.program.Step;
import org.sardonyx.runtime.tuning.Tuning;
import org.sardonyx.tests.TestDevices;
import org.sardonyx.tests.TestTensors;

/// Whatever tiles a network's products are given of those that may be tried, its outputs are the same bits.
class TunedTilesProperties {
    @Property(tries = 40, seed = "20261128")
    void tilesOfGeneratedNetworksChangeNoBit(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int layers) {
        check(seed, layers, TestDevices.get("jvm"));
    }

    /// Of fewer networks, whose kernels take a driver longer to build.
    @Property(tries = 10, seed = "20261129")
    void neitherDoTheyOnOpenCl(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int layers) {
        if (TestDevices.present().size() > 1) {
            check(seed, layers, TestDevices.get("opencl"));
        }
    }

    @Property(tries = 6, seed = "20261130")
    void norOnGpus(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int layers) {
        if (TestDevices.present().size() > 1) {
            check(seed, layers, TestDevices.get(TestDevices.GPU));
        }
    }

    private static void check(long seed, int layers, Device device) {
        check(RandomNetwork.of(seed, layers).graph(), device, 1 + Math.floorMod(seed, RandomNetwork.BATCHES),
                new Random(seed));
    }

    static Stream<Arguments> networks() {
        return TestDevices.compiling().flatMap(device -> Stream.of("nin", "squeezenet-1.1", "conv1d-audio")
                .map(name -> Arguments.of(device, name)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void tilesOfNetworksOfTheZooChangeNoBit(String device, String name) {
        Graph graph = OnnxImporter.read(Zoo.network(name, Map.of()).model()).graph();
        assertTrue(check(graph, TestDevices.get(device), 1, new Random(1)) > 2);
    }

    /// @return how many shapes had other tiles
    private static int check(Graph open, Device device, long batch, Random random) {
        CompilingDevice compiling = (CompilingDevice) device;
        String input = open.inputNames().getFirst();
        TensorType type = TestTensors.inputType(open, batch);
        Graph graph = Specialization.of(open, Map.of(input, type)).graph();
        Map<String, Tensor> inputs = Map.of(input, TestTensors.random(type, 1));
        SessionOptions options = SessionOptions.DEFAULT.withThreads(2);
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
        for (Step step : session.program(Map.of(input, type)).orElseThrow().steps()) {
            if (step instanceof Step.KernelStep kernels) {
                kernels.phases().stream().flatMap(phase -> phase.tiling().stream()).filter(Step.Tiling::isTuned)
                        .forEach(tiling -> tiles.put(tiling.shape(), tiling.tile()));
            }
        }
        return tiles;
    }
}

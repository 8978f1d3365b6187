package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.tests.TestDevices;

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
        OtherTiles.check(RandomNetwork.of(seed, layers).graph(), device, Numerics.FAST,
                1 + Math.floorMod(seed, RandomNetwork.BATCHES), new Random(seed));
    }

    static Stream<Arguments> networks() {
        return TestDevices.compiling().flatMap(device -> Stream.of("nin", "squeezenet-1.1", "conv1d-audio")
                .map(name -> Arguments.of(device, name)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void tilesOfNetworksOfTheZooChangeNoBit(String device, String name) {
        Graph graph = OnnxImporter.read(Zoo.network(name, Map.of()).model()).graph();
        assertTrue(OtherTiles.check(graph, TestDevices.get(device), Numerics.FAST, 1, new Random(1)) > 2);
    }
}

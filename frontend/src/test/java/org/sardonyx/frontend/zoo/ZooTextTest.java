package org.sardonyx.frontend.zoo;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.frontend.language.Golden;

/// The ONNX text of each network, without its weights.
class ZooTextTest {
    static Stream<String> names() {
        return Zoo.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void becomesTheOnnxText(String name) {
        Golden.check(ZooTextTest.class, name + ".onnxtxt", Golden.text(Zoo.network(name, Map.of())));
    }
}

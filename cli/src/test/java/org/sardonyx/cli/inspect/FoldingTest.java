package org.sardonyx.cli.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({"layer1.0.conv1, 1, layer1", "layer1.0.conv1, 2, layer1.0", "layer1.0.conv1, 3, layer1.0.conv1",
        "layer1.0.conv1, 9, layer1.0.conv1", "/layer1/layer1.0/conv1/Conv, 2, layer1/layer1", "/conv1/Conv, 1, conv1",
        "Conv_12, 1, Conv_12", "'', 1, ''", "/, 1, ''", "a//b, 1, a", "a.a.a, 2, a.a"})
    void aBlockIsWhatNamesBeginWith(String name, int depth, String block) {
        assertEquals(block, Folding.block(name, depth));
    }
}

package org.sardonyx.frontend.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.frontend.language.Network;
import org.sardonyx.frontend.language.Parameter;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.analysis.MultiplyAdds;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

class ZooTest {
    /// Trainable parameters; `plain-34` is counted from the paper's table, `nin`, `zfnet`, `fcn-8s`, `unet`, `context` and
    /// `conv1d-audio` likewise, the others are published.
    @ParameterizedTest
    @CsvSource({"lenet5, 61706", "lenet-20-50, 1256080", "alexnet, 62378344", "alexnet-1ch, 57029322",
        "zfnet, 62357608",
        "nin, 966986", "vgg-a, 132863336", "vgg-a-lrn, 132863336", "vgg-b, 133047848", "vgg-c, 133638952",
        "vgg-d, 138357544", "vgg-e, 143667240", "googlenet, 6998552", "plain-34, 21623848", "resnet-18, 11689512",
        "resnet-34, 21797672", "resnet-50, 25557032", "resnet-101, 44549160", "resnet-152, 60192808",
        "squeezenet-1.1, 1235496", "mobilenet-v2, 3504872", "densenet-121, 7978856", "shufflenet-v1, 1865728",
        "fcn-8s, 134489759", "unet, 31030658", "style-transfer, 1679235", "style-features, 7635264", "context, 28392",
        "conv1d-audio, 558090", "conv3d-video, 2076965"})
    void hasItsParameters(String name, long parameters) {
        assertEquals(parameters, Zoo.network(name, Map.of()).trainableParameters());
    }

    /// Multiply-adds as papers give them, in millions. That of GoogLeNet's paper, 1,502, counts 34 for the first
    /// convolution, which takes 118.
    @ParameterizedTest
    @CsvSource({"vgg-a, 7610", "vgg-b, 11300", "vgg-d, 15470", "vgg-e, 19630", "googlenet, 1586", "plain-34, 3600",
        "resnet-18, 1800", "resnet-34, 3600", "resnet-50, 3800", "resnet-101, 7600", "resnet-152, 11300",
        "squeezenet-1.1, 350", "mobilenet-v2, 300", "densenet-121, 2830", "shufflenet-v1, 137"})
    void takesTheMultiplyAddsOfItsPaper(String name, double millions) {
        Network network = Zoo.network(name, Map.of());
        Map<String, ValueType> settled = new HashMap<>();
        for (Operand input : network.graph().inputs()) {
            List<Dimension> sizes = input.tensorType().shape().dimensions();
            settled.put(Graph.inputOf(input).name(), new TensorType(input.dataType(),
                    Shape.of(sizes.stream().map(size -> size.isConstant() ? size : Dimension.of(1)).toList())));
        }
        long computed = MultiplyAdds.of(Specialization.of(network.graph(), settled).graph()).size();
        assertEquals(1, computed / (millions * 1e6), 0.03);
    }

    static Stream<String> names() {
        return Zoo.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isShortAndSaysWhereItComesFrom(String name) {
        assertTrue(Zoo.paper(name).matches("[A-Z].* (19|20)\\d\\d: .*"), Zoo.paper(name));
        long lines = Zoo.text(name).lines().count();
        assertTrue(lines >= 5 && lines <= 60, lines + " lines");
    }

    /// The text that is written to a file stands for itself.
    @ParameterizedTest
    @MethodSource("names")
    void itsTextIsTheNetwork(String name) {
        Network alone = Network.read(name + ".net", file -> Optional.of(file).filter((name + ".net")::equals).map(
                _ -> Zoo.text(name)), Map.of());
        assertEquals(Zoo.network(name, Map.of()).parameters(), alone.parameters());
    }

    @Test
    void aParameterChangesTheNetwork() {
        Network paper = Zoo.network("resnet-50", Map.of("classes", "10"));
        Network later = Zoo.network("resnet-50", Map.of("classes", "10", "stride_on_3x3", "true"));
        assertEquals(25557032 - 990 * 2049, paper.trainableParameters());
        assertEquals(paper.parameters(), later.parameters());
        assertFalse(MultiplyAdds.of(paper.graph()).equals(MultiplyAdds.of(later.graph())));
    }

    /// So that weights trained elsewhere fit by name.
    @ParameterizedTest
    @CsvSource({"resnet-18, layer2.0.downsample.0.weight", "resnet-50, layer4.2.conv3.weight",
        "resnet-50, layer1.0.downsample.1.running_mean", "resnet-50, fc.bias", "vgg-d, features.28.weight",
        "vgg-d, classifier.6.bias", "squeezenet-1.1, features.3.expand3x3.weight",
        "squeezenet-1.1, classifier.1.weight",
        "mobilenet-v2, features.1.conv.1.weight", "mobilenet-v2, features.17.conv.3.running_var",
        "mobilenet-v2, features.2.conv.1.0.weight", "mobilenet-v2, classifier.1.weight",
        "densenet-121, features.denseblock4.denselayer16.conv2.weight",
        "densenet-121, features.transition1.norm.weight",
        "densenet-121, features.norm5.bias", "densenet-121, classifier.weight"})
    void hasTheNamesOfTorchvision(String name, String parameter) {
        assertTrue(Zoo.network(name, Map.of()).parameters().stream().map(Parameter::name).anyMatch(parameter::equals));
    }

    @Test
    void anUnknownNetworkIsTold() {
        ModelException problem = assertThrows(ModelException.class, () -> Zoo.network("resnet50", Map.of()));
        assertEquals("there is no network 'resnet50', did you mean resnet-50?", problem.getMessage());
    }

    @Test
    void anUnknownParameterIsTold() {
        ModelException problem =
                assertThrows(ModelException.class, () -> Zoo.network("resnet-50", Map.of("clases", "10")));
        assertEquals("network 'resnet-50' has no parameter 'clases', did you mean 'classes'?; it has classes, "
                + "stride_on_3x3", problem.getMessage());
    }
}

package org.sardonyx.frontend.language;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The layers of the language. A line of a family reads: name, positional arguments, options, flags, meaning.
///
/// ```java
/// layers.add("flatten", "axis?", "", "", site -> site.result("Flatten", ...));
/// ```
final class Layers {
    private final Map<String, Layer> layers = new TreeMap<>();

    private Layers() {}

    static Layers standard() {
        Layers layers = new Layers();
        ConvolutionLayers.define(layers);
        PoolingLayers.define(layers);
        NormalizationLayers.define(layers);
        ActivationLayers.define(layers);
        LinearLayers.define(layers);
        ShapeLayers.define(layers);
        MergingLayers.define(layers);
        return layers;
    }

    /// Adds a layer that is applied to one value.
    void add(String name, String positional, String options, String flags, Layer.Meaning meaning) {
        add(name, positional, options, flags, 1, 1, meaning);
    }

    void add(String name, String positional, String options, String flags, int leastOperands, int mostOperands,
            Layer.Meaning meaning) {
        Layer layer = new Layer(name, Signature.of(positional, options, flags), leastOperands, mostOperands, meaning);
        if (layers.putIfAbsent(name, layer) != null) {
            throw new IllegalStateException("layer " + name + " is there twice");
        }
    }

    Optional<Layer> find(String name) {
        return Optional.ofNullable(layers.get(name));
    }

    Set<String> names() {
        return Collections.unmodifiableSet(layers.keySet());
    }
}

package org.sardonyx.frontend.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Layers that arrange elements anew.
final class ShapeLayers {
    private ShapeLayers() {}

    static void define(Layers layers) {
        layers.add("flatten", "", "axis", "", site -> site.result("Flatten", List.of(site.input()),
                node -> node.withInt("axis", site.arguments().whole("axis", 1))));
        layers.add("reshape", "sizes*", "", "",
                site -> site.result("Reshape", site.input(), site.constant("shape", nonEmpty(site, "sizes"))));
        layers.add("transpose", "axes*", "", "", site -> site.result("Transpose", List.of(site.input()),
                node -> node.withInts("perm", nonEmpty(site, "axes"))));
        layers.add("pad", "p", "value", "zero reflect replicate", ShapeLayers::pad);
        layers.add("resize", "factor?", "to", "nearest bilinear cubic align", ShapeLayers::resize);
        layers.add("shuffle", "groups", "", "", ShapeLayers::shuffle);
    }

    private static long[] nonEmpty(LayerSite site, String name) {
        long[] values = site.arguments().wholes(name);
        if (values.length == 0) {
            throw site.fault("no " + name + " are given, the input is a " + site.type(site.input()));
        }
        return values;
    }

    private static String pad(LayerSite site) {
        int axes = site.spatialAxes();
        long[] pads = site.arguments().pads("p", axes);
        List<String> modes = chosen(site, "zero", "reflect", "replicate");
        String mode = modes.isEmpty() ? "zero" : modes.getFirst();
        List<String> inputs = new ArrayList<>(List.of(site.input(),
                site.constant("pads", pads), ""));
        if (mode.equals("zero")) {
            inputs.set(2, site.scalar("value", site.arguments().number("value", 0)));
        }
        inputs.add(site.constant("axes", IntStream.range(2, axes + 2).asLongStream().toArray()));
        return site.result("Pad", inputs, node -> node.withString("mode", switch (mode) {
            case "reflect" -> "reflect";
            case "replicate" -> "edge";
            default -> "constant";
        }));
    }

    /// Which of some flags are given: one at most.
    private static List<String> chosen(LayerSite site, String... flags) {
        List<String> chosen = Arrays.stream(flags).filter(site.arguments()::flag).toList();
        if (chosen.size() > 1) {
            throw site.fault("both '" + chosen.get(0) + "' and '" + chosen.get(1) + "' are given");
        }
        return chosen;
    }

    /// Spatial axes by a factor or to sizes. Elements lie in the middle of their cells, or at the corners with `align`;
    /// nearest takes the element whose cell begins before, as PyTorch does.
    private static String resize(LayerSite site) {
        int axes = site.spatialAxes();
        if (site.arguments().has("factor") == site.arguments().has("to")) {
            throw site.fault("expected either a factor or to=");
        }
        List<String> modes = chosen(site, "nearest", "bilinear", "cubic");
        String mode = modes.isEmpty() ? "nearest" : modes.getFirst();
        List<String> inputs = site.arguments().has("to")
                ? List.of(site.input(), "", "", site.constant("sizes", site.arguments().sizes("to", axes, 1, 1)))
                : List.of(site.input(), "", site.constant("scales", factors(site, axes)));
        return site.result("Resize", inputs, node -> {
            node.withInts("axes", IntStream.range(2, axes + 2).asLongStream().toArray());
            if (mode.equals("nearest")) {
                node.withString("mode", "nearest").withString("nearest_mode", "floor")
                        .withString("coordinate_transformation_mode", "asymmetric");
                return;
            }
            node.withString("mode", mode.equals("cubic") ? "cubic" : "linear");
            node.withString("coordinate_transformation_mode",
                    site.arguments().flag("align") ? "align_corners" : "half_pixel");
            if (mode.equals("cubic")) {
                node.withFloat("cubic_coeff_a", -0.75f);
            }
        });
    }

    private static Tensor factors(LayerSite site, int axes) {
        float factor = site.arguments().number("factor", 1);
        if (!(factor > 0)) {
            throw site.fault("its factor is " + factor + ", expected more than 0");
        }
        double[] factors = new double[axes];
        Arrays.fill(factors, factor);
        return Tensor.ofDoubles(DataType.FLOAT32, new long[] {axes}, factors);
    }

    /// Channels of different groups side by side: Zhang et al., "ShuffleNet", 2017.
    private static String shuffle(LayerSite site) {
        int axes = site.spatialAxes();
        long groups = site.arguments().count("groups");
        long channels = site.channels();
        if (channels % groups != 0) {
            throw site.fault(channels + " channels cannot be divided into " + groups + " groups");
        }
        String grouped = site.step("Reshape", site.input(),
                site.constant("grouped", 0, groups, channels / groups, -1));
        String swapped = site.step("Transpose", List.of(grouped), node -> node.withInts("perm", 0, 2, 1, 3));
        OptionalLong[] sizes = IntStream.range(2, axes + 2).mapToObj(site::known).toArray(OptionalLong[]::new);
        if (!Arrays.stream(sizes).allMatch(OptionalLong::isPresent)) {
            return site.result("Reshape", swapped, site.step("Shape", site.input()));
        }
        long[] shape = new long[axes + 2];
        shape[1] = channels;
        for (int i = 0; i < axes; i++) {
            shape[i + 2] = sizes[i].orElseThrow();
        }
        return site.result("Reshape", swapped, site.constant("shape", shape));
    }
}

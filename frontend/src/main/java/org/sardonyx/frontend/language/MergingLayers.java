package org.sardonyx.frontend.language;

import java.util.List;

/// Layers in which paths join.
final class MergingLayers {
    private MergingLayers() {}

    static void define(Layers layers) {
        layers.add("concat", "", "axis", "", 1, Integer.MAX_VALUE, site -> site.result("Concat", site.operands(),
                node -> node.withInt("axis", site.arguments().whole("axis", 1))));
        layers.add("add", "", "", "", 2, Integer.MAX_VALUE, site -> site.operands().size() == 2
                ? site.result("Add", site.operands(), _ -> {})
                : site.result("Sum", site.operands(), _ -> {}));
        layers.add("mul", "", "", "", 2, Integer.MAX_VALUE, MergingLayers::multiply);
    }

    private static String multiply(LayerSite site) {
        List<String> operands = site.operands();
        String product = operands.getFirst();
        for (String factor : operands.subList(1, operands.size() - 1)) {
            product = site.step("Mul", product, factor);
        }
        return site.result("Mul", product, operands.getLast());
    }
}

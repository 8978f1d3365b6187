package org.sardonyx.codegen.lower;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.sardonyx.runtime.program.Step;

/// Chooses the tiles of a program's products: those that were measured to be faster, else the standard ones.
final class Tiles {
    private final Target target;
    /// By shape, in the order of the program.
    private final Map<String, TileChoice> choices = new LinkedHashMap<>();

    Tiles(Target target) {
        this.target = target;
    }

    /// The tile for a device that is no GPU.
    Tile of(ProductShape shape) {
        return choose(shape, Tile.standard(shape, target.lanes()), Tile.others(shape, target),
                tile -> tile.onOtherRows(shape));
    }

    /// How a product is shared out among the work-groups of a GPU.
    ///
    /// @param mayCut whether its window may be cut into slices
    GroupTiles of(ProductShape shape, boolean mayCut, Target.Gpu gpu) {
        GroupTiles standard = GroupTiles.choose(shape.places(), shape.channels(), shape.groups(), shape.runs(),
                shape.run(), mayCut, gpu);
        return choose(shape, standard, standard.others(shape, gpu), _ -> List.of());
    }

    /// Chooses one of several tiles, all of which give the same bits.
    ///
    /// @param others than the standard one
    /// @param variants of a tile
    private <T> T choose(ProductShape shape, T standard, List<T> others, Function<T, List<T>> variants) {
        Map<String, T> known = new LinkedHashMap<>();
        known.put(standard.toString(), standard);
        others.forEach(tile -> known.put(tile.toString(), tile));
        Map<String, List<String>> near = new HashMap<>();
        for (T tile : List.copyOf(known.values())) {
            List<T> some = variants.apply(tile);
            some.forEach(variant -> known.put(variant.toString(), variant));
            near.put(tile.toString(), some.stream().map(Object::toString).toList());
        }
        String name = shape.toString();
        T tile = known.getOrDefault(target.tiles().getOrDefault(name, ""), standard);
        choices.putIfAbsent(name, new TileChoice(name, tile.toString(), standard.toString(),
                others.stream().map(Object::toString).toList(), near));
        return tile;
    }

    /// What a program tells of the tile that was chosen for a shape.
    Step.Tiling tiling(ProductShape shape) {
        TileChoice choice = choices.get(shape.toString());
        return new Step.Tiling(choice.shape(), choice.tile(), choice.isTuned());
    }

    /// All that were chosen.
    List<TileChoice> choices() {
        return List.copyOf(choices.values());
    }
}

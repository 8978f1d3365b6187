package org.sardonyx.codegen.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileTest {
    private static ProductShape image(long rows, long width, long channels, long run) {
        return new ProductShape("", 1, rows, width, channels, 1, 3, 1, 3 * run, run);
    }

    @ParameterizedTest
    @CsvSource({"28, 128, 16, 4x4", "7, 512, 16, 7x2", "5, 16, 16, 4x4", "28, 128, 8, 4x2", "1, 10, 16, 1x4"})
    void theStandardTileSuitsTheSize(long width, long channels, int lanes, String tile) {
        assertEquals(tile, Tile.standard(image(width, width, channels, 64), lanes).toString());
    }

    /// Others fit into a row, into the channels and into registers, and are not the standard one.
    @ParameterizedTest
    @CsvSource({"28, 128, 16, false, 25", "17, 40, 16, true, 32", "3, 512, 16, false, 25", "28, 128, 8, false, 16",
        "28, 128, 4, true, 16", "1, 1000, 16, true, 32"})
    void othersArePossible(long width, long channels, int lanes, boolean isFused, int registers) {
        ProductShape shape = image(width, width, channels, 64);
        Target target = isFused ? Target.device(lanes) : Target.virtualMachine(lanes);
        List<Tile> others = Tile.others(shape, target);
        assertTrue(others.size() <= 7 && others.stream().distinct().count() == others.size(), others.toString());
        assertFalse(others.contains(Tile.standard(shape, lanes)));
        for (Tile tile : others) {
            assertTrue(tile.pixels() <= width, tile.toString());
            assertTrue((tile.vectors() - 1L) * lanes < channels, tile.toString());
            assertTrue(tile.pixels() * tile.vectors() + tile.vectors() + 1 <= registers, tile.toString());
        }
    }

    @Test
    void onlyALongRowIsCut() {
        assertEquals(List.of(), new Tile(7, 2).onOtherRows(image(28, 28, 64, 64)));
        assertEquals(List.of("7x2 on rows of 28"),
                new Tile(7, 2).onOtherRows(image(1, 100, 64, 64)).stream().map(Tile::toString).toList());
    }

    /// A name that is not one of the shape's, such as one of another version, leaves the standard tile.
    @Test
    void unknownTilesDoNotCount() {
        ProductShape shape = image(28, 28, 128, 64);
        String other = Tile.others(shape, Target.virtualMachine(16)).getFirst().toString();
        Map<String, String> wanted = Map.of(shape.toString(), other);
        assertEquals(other, new Tiles(Target.virtualMachine(16).withTiles(wanted)).of(shape).toString());
        for (String tile : List.of("1000x1000", "-1x2", "7x2 on rows of 0", "", "nonsense")) {
            Tiles tiles = new Tiles(Target.virtualMachine(16).withTiles(Map.of(shape.toString(), tile)));
            assertEquals(Tile.standard(shape, 16), tiles.of(shape));
            assertFalse(tiles.tiling(shape).isTuned());
        }
    }

    @Test
    void differentShapesHaveDifferentNames() {
        assertEquals("1x28x28x128 of 3x1x192 every 64", image(28, 28, 128, 64).toString());
        assertEquals("Winograd 4 1x1x49x128 in 36 groups of 1x1x64",
                ProductShape.ofMatrices("Winograd 4", 36, 49, 128, 64).toString());
        assertEquals("1x1x49x128 of 1x1x64", ProductShape.ofMatrices("", 1, 49, 128, 64).toString());
    }
}

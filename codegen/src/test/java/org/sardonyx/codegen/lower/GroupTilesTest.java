package org.sardonyx.codegen.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.codegen.kernel.MatrixTile;
import org.sardonyx.codegen.kernel.ProductTile;
import org.sardonyx.codegen.kernel.Winograd;
import org.sardonyx.ir.loop.MatrixForm;

class GroupTilesTest {
    private static final Target.Gpu GPU = new Target.Gpu(40, 48 << 10);

    private static ProductTile tile(long places, long channels, long run, Target.Gpu gpu) {
        return GroupTiles.choose(places, channels, 1, 1, run, true, gpu).tile();
    }

    /// Large tiles read less for each product, small ones keep more units busy.
    @ParameterizedTest
    @CsvSource({"100352, 256, 576, 128, 128", "100352, 64, 576, 128, 64", "196, 32, 64, 32, 32"})
    void theTileSuitsTheSize(long places, long channels, long run, int expectedPlaces, int expectedChannels) {
        ProductTile tile = tile(places, channels, run, GPU);
        assertEquals(expectedPlaces + "x" + expectedChannels, tile.places() + "x" + tile.channels());
    }

    @Test
    void aTileFitsIntoWhatAGroupMayShare() {
        assertTrue(tile(100352, 256, 576, new Target.Gpu(40, 10 << 10)).sharedBytes() <= 10 << 10);
    }

    /// A window is cut only where there are few tiles and many products, and all of it is in one slice.
    @ParameterizedTest
    @CsvSource({"49, 512, 4608, true", "100352, 256, 4608, false", "49, 64, 64, false"})
    void longWindowsOfFewPlacesAreCut(long places, long channels, long run, boolean isCut) {
        GroupTiles way = GroupTiles.choose(places, channels, 1, 1, run, true, GPU);
        assertEquals(isCut, way.slices() > 1);
        long steps = way.tile().steps(run);
        assertTrue(way.slices() * way.steps() >= steps && (way.slices() - 1) * way.steps() < steps, way.toString());
        assertEquals(1, GroupTiles.choose(places, channels, 1, 1, run, false, GPU).slices());
    }

    /// A tile that could be taken instead leaves each product in the slice that it was in.
    @ParameterizedTest
    @CsvSource({"49, 512, 4608", "100352, 256, 4608", "49, 64, 64"})
    void otherTilesAddTheSameProducts(long places, long channels, long run) {
        GroupTiles way = GroupTiles.choose(places, channels, 1, 1, run, true, GPU);
        List<GroupTiles> others =
                way.others(ProductShape.ofMatrices("", 1, places, channels, run), new Target.Gpu(40, 20 << 10));
        assertTrue(others.size() >= 3, others.toString());
        for (GroupTiles other : others) {
            assertNotEquals(way.tile(), other.tile());
            assertEquals(way.slices(), other.slices());
            assertTrue(way.slices() == 1 || way.steps() * way.tile().depth() == other.steps() * other.tile().depth());
            assertTrue(other.tile().sharedBytes() <= 20 << 10);
        }
    }

    /// It has to be worth two more kernels, and filters that are four times as large.
    @ParameterizedTest
    @CsvSource({"1, 28, 64, 0", "32, 56, 64, 4", "1, 7, 512, 0", "32, 56, 8, 0", "32, 14, 256, 4"})
    void winogradsFormIsForMuchWork(long images, long size, long channels, int expectedOutputs) {
        Optional<Winograd> form = GroupWinograd.choose(new long[] {images, channels, size, size},
                new long[] {channels, channels, 3, 3}, GPU);
        assertEquals(expectedOutputs, form.map(Winograd::outputs).orElse(0));
    }

    /// Tensor cores are for large tiles, too, and products by them leave Winograd's form nothing to win.
    @ParameterizedTest
    @CsvSource({"100352, 256, 576, 128, 64", "196, 32, 64, 32, 32"})
    void tensorCoresHaveTilesOfTheirOwn(long places, long channels, long run, int expectedPlaces,
            int expectedChannels) {
        for (MatrixForm form : MatrixForm.values()) {
            Target.Gpu gpu = new Target.Gpu(40, 48 << 10, Optional.of(form));
            MatrixTile tile = assertInstanceOf(MatrixTile.class, tile(places, channels, run, gpu));
            assertEquals(form, tile.form());
            assertEquals(expectedPlaces + "x" + expectedChannels, tile.places() + "x" + tile.channels());
            assertEquals(Optional.empty(),
                    GroupWinograd.choose(new long[] {32, 64, 56, 56}, new long[] {64, 64, 3, 3}, gpu));
        }
    }
}

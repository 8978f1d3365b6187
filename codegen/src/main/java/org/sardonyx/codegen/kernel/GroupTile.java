package org.sardonyx.codegen.kernel;

import java.util.List;

import org.sardonyx.ir.loop.WorkGroup;

/// A tile of which each work-item has `itemPlaces` by `itemChannels` sums in registers.
///
/// An item's places come in fours, and so do its channels: the fours of neighbouring items follow each other, so that these read
/// different banks of the shared memory, as those of Nath, Tomov and Dongarra, "An Improved MAGMA GEMM for Fermi" (2010), do.
///
/// @param depth a multiple of [#LANES]
/// @param itemPlaces a multiple of [#LANES]
/// @param itemChannels a multiple of [#LANES]
public record GroupTile(int places, int channels, int depth, int itemPlaces, int itemChannels)
        implements
        ProductTile {
    /// Floats that are read at once: 16 bytes, the most that GPUs do.
    public static final int LANES = 4;
    /// Elements between the rows of the shared places, so that those who write a column write to several banks.
    private static final int GAP = 4;

    public GroupTile {
        boolean divides = places % itemPlaces == 0 && channels % itemChannels == 0 && depth % LANES == 0
                && itemPlaces % LANES == 0 && itemChannels % LANES == 0;
        int items = divides ? places / itemPlaces * (channels / itemChannels) : 0;
        if (!divides || items % depth != 0 || places * depth % (items * LANES) != 0
                || channels * depth % (items * LANES) != 0) {
            throw new IllegalArgumentException(places + "x" + channels + "x" + depth + " by " + itemPlaces + "x"
                    + itemChannels + " cannot be shared out evenly");
        }
    }

    @Override
    public String name() {
        return "group" + places + "x" + channels;
    }

    @Override
    public int items() {
        return places / itemPlaces * (channels / itemChannels);
    }

    /// Work-items that share a row of sums.
    int itemsAcross() {
        return channels / itemChannels;
    }

    /// Elements of a row of shared places.
    int placesRow() {
        return places + GAP;
    }

    @Override
    public List<WorkGroup.Shared> shared() {
        return List.of(new WorkGroup.Shared(ELEMENTS, 2 * depth * placesRow()),
                new WorkGroup.Shared(WEIGHTS, 2 * depth * channels));
    }

    @Override
    public double reuse() {
        return (double) itemPlaces * itemChannels / (itemPlaces + itemChannels);
    }

    @Override
    public double atOnce() {
        return 1;
    }
}

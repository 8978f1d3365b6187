package org.sardonyx.codegen.kernel;

import java.util.List;

import org.sardonyx.ir.loop.MatrixForm;
import org.sardonyx.ir.loop.NumberFormat;
import org.sardonyx.ir.loop.WorkGroup;

/// A tile of which the items multiply small matrices, 32 of them together: these have `warpPlaces` by `warpChannels` sums.
///
/// Both operands are shared with what belongs to one place, or to one channel, side by side, [#WORDS] times 4 bytes. An item reads
/// four times 4 bytes at once, which are its numbers of two matrices, one after the other along the depth: a product adds the same
/// whichever way its elements are numbered, as long as both operands agree. Eight items so read 128 bytes that follow each other,
/// of all banks of shared memory.
///
/// Of sixteen channels the weights are in an order that gives an item four neighbouring channels of two matrices, to be stored at
/// once.
///
/// @param warpPlaces a multiple of 16
/// @param warpChannels a multiple of 16
public record MatrixTile(int places, int channels, int warpPlaces, int warpChannels, MatrixForm form)
        implements
        ProductTile {
    /// Times 4 bytes that are read at once.
    static final int REGISTERS = 4;
    /// Times 4 bytes of a place or channel in a step.
    private static final int WORDS = 16;
    private static final int PAIR = 2 * MatrixForm.COLUMNS;

    public MatrixTile {
        if (places % warpPlaces != 0 || channels % warpChannels != 0 || warpPlaces % MatrixForm.ROWS != 0
                || warpChannels % PAIR != 0) {
            throw new IllegalArgumentException(
                    places + "x" + channels + " by " + warpPlaces + "x" + warpChannels
                            + " cannot be shared out evenly");
        }
        int items = places / warpPlaces * (channels / warpChannels) * MatrixForm.ITEMS;
        if (places * (WORDS / REGISTERS) % items != 0 || channels * (WORDS / REGISTERS) % items != 0) {
            throw new IllegalArgumentException(
                    places + "x" + channels + " cannot be read evenly by " + items + " items");
        }
    }

    @Override
    public String name() {
        return "group_" + form + "_" + places + "x" + channels;
    }

    @Override
    public int depth() {
        return WORDS * form.numbers();
    }

    @Override
    public int items() {
        return places / warpPlaces * warpsAcross() * MatrixForm.ITEMS;
    }

    /// Warps that share a row of sums.
    int warpsAcross() {
        return channels / warpChannels;
    }

    @Override
    public List<WorkGroup.Shared> shared() {
        return List.of(new WorkGroup.Shared(ELEMENTS, 2 * depth() * places, form.format()),
                new WorkGroup.Shared(WEIGHTS, 2 * depth() * channels, form.format()));
    }

    @Override
    public double reuse() {
        return (double) warpPlaces * warpChannels * form.numbers() / (warpPlaces + warpChannels);
    }

    /// As of GPUs for data centres; those for games have less.
    @Override
    public double atOnce() {
        return switch (form) {
            case TF32 -> 8;
            case FLOAT16 -> 16;
        };
    }

    /// A column of a product's result belongs to the item that has it and its neighbour, of two results that follow each other: columns
    /// 0 and 1 of both are channels 0 to 3.
    @Override
    public long channel(long number) {
        long position = number / depth();
        long column = position % MatrixForm.COLUMNS;
        long second = position % PAIR / MatrixForm.COLUMNS;
        return position - position % PAIR + column / 2 * 4 + second * 2 + column % 2;
    }

    @Override
    public NumberFormat format() {
        return form.format();
    }

    @Override
    public long element(long number) {
        return number % depth();
    }
}

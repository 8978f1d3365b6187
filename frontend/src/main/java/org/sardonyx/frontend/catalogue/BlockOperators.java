package org.sardonyx.frontend.catalogue;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;

/// Operators that move square blocks of pixels to channels and back. In mode `DCR` the place in the block is the outer part
/// of a channel's number, in mode `CRD` the inner one.
final class BlockOperators {
    private BlockOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("DepthToSpace", 1, 11, 13, 28).inputs(1).as(BlockOperators::depthToSpace);
        c.operator("SpaceToDepth", 1, 13, 28).inputs(1).as(BlockOperators::spaceToDepth);
    }

    private static long blockSize(OnnxNode n) {
        long size = n.attributes().requireInteger("blocksize");
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw new ModelException("attribute 'blocksize' is " + size + ", expected a positive number");
        }
        if (n.rank(0) != 4) {
            throw new ModelException("a tensor of rank " + n.rank(0) + ", expected 4: batch, channels, height, width");
        }
        return size;
    }

    private static boolean depthIsInner(OnnxNode n) {
        return n.attributes().word("mode", "DCR", "DCR", "CRD").equals("DCR");
    }

    private static Operand depthToSpace(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        Operand block = e.longs(blockSize(n));
        Operand batch = e.sizeOf(x, 0);
        Operand depth = e.divide(e.sizeOf(x, 1), e.multiply(block, block));
        Operand height = e.sizeOf(x, 2);
        Operand width = e.sizeOf(x, 3);
        Operand blocks = depthIsInner(n)
                ? e.transpose(e.reshape(x, e.concat(0, batch, block, block, depth, height, width)), 0, 3, 4, 1, 5, 2)
                : e.transpose(e.reshape(x, e.concat(0, batch, depth, block, block, height, width)), 0, 1, 4, 2, 5, 3);
        return e.reshape(blocks, e.concat(0, batch, depth, e.multiply(height, block), e.multiply(width, block)));
    }

    private static Operand spaceToDepth(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        Operand block = e.longs(blockSize(n));
        Operand batch = e.sizeOf(x, 0);
        Operand channels = e.sizeOf(x, 1);
        Operand height = e.divide(e.sizeOf(x, 2), block);
        Operand width = e.divide(e.sizeOf(x, 3), block);
        Operand blocks = e.reshape(x, e.concat(0, batch, channels, height, block, width, block));
        Operand deep = depthIsInner(n) ? e.transpose(blocks, 0, 3, 5, 1, 2, 4) : e.transpose(blocks, 0, 1, 3, 5, 2, 4);
        Operand depth = e.multiply(channels, e.multiply(block, block));
        return e.reshape(deep, e.concat(0, batch, depth, height, width));
    }
}

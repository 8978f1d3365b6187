package org.sardonyx.ir.loop;

/// A product of two small matrices that 32 items of a work-group compute together and add to a third matrix of float32, as the
/// tensor cores of GPUs do in one instruction, `mma.sync`. Each item has some numbers of each matrix in registers of 32 bits. Which
/// ones is told in the PTX ISA, chapter "Warp-level matrix instructions", sections "Matrix fragments for mma.m16n8k8" (of .tf32) and
/// "Matrix fragments for mma.m16n8k16 with floating point type" (of .f16).
public enum MatrixForm {
    /// 16x8 by 8x8 numbers of TensorFloat-32.
    TF32(NumberFormat.TF32, 8),
    /// 16x16 by 16x8 numbers of float16.
    FLOAT16(NumberFormat.FLOAT16, 16);

    /// Items that compute a product together: those whose numbers divided by it are the same.
    public static final int ITEMS = 32;
    /// Rows of the left matrix and of the sums.
    public static final int ROWS = 16;
    /// Columns of the right matrix and of the sums.
    public static final int COLUMNS = 8;
    /// Registers of an item with numbers of the left matrix.
    public static final int LEFT = 4;
    /// Registers of an item with numbers of the right matrix.
    public static final int RIGHT = 2;
    /// Sums of an item.
    public static final int SUMS = 4;

    private static final int REGISTER_BYTES = 4;
    private static final int QUAD = 4;

    private final NumberFormat format;
    private final int depth;

    MatrixForm(NumberFormat format, int depth) {
        this.format = format;
        this.depth = depth;
    }

    /// Of the numbers of both matrices.
    public NumberFormat format() {
        return format;
    }

    /// Columns of the left matrix, which are rows of the right one.
    public int depth() {
        return depth;
    }

    /// How many numbers a register has.
    public int numbers() {
        return REGISTER_BYTES / format.bytes();
    }

    /// Multiplies, and adds to sums: exactly, and then rounded once to float32. A device adds in an order that nobody tells, and
    /// rounds in between.
    ///
    /// @param left the numbers of each item, a register after the other
    /// @param right the same for the right matrix
    /// @param sums of each item, which are changed
    /// @throws IllegalStateException if a number is none of the format: what a device then computes is undefined
    void multiplyAdd(float[][] left, float[][] right, float[][] sums) {
        float[][] a = new float[ROWS][depth];
        float[][] b = new float[depth][COLUMNS];
        for (int item = 0; item < ITEMS; item++) {
            for (int i = 0; i < LEFT * numbers(); i++) {
                int register = i / numbers();
                a[row(item, register % 2)][along(item, register / 2, i)] = checked(left[item][i]);
            }
            for (int i = 0; i < RIGHT * numbers(); i++) {
                b[along(item, i / numbers(), i)][item / QUAD] = checked(right[item][i]);
            }
        }
        for (int item = 0; item < ITEMS; item++) {
            for (int i = 0; i < SUMS; i++) {
                float[] row = a[row(item, i / 2)];
                int column = item % QUAD * 2 + i % 2;
                double sum = sums[item][i];
                for (int k = 0; k < depth; k++) {
                    sum += (double) row[k] * b[k][column];
                }
                sums[item][i] = (float) sum;
            }
        }
    }

    /// @param half which half of the rows
    private static int row(int item, int half) {
        return item / QUAD + half * ROWS / 2;
    }

    /// @param half which half of the depth
    /// @param i the number among those of the item
    private int along(int item, int half, int i) {
        return item % QUAD * numbers() + i % numbers() + half * depth / 2;
    }

    private float checked(float x) {
        if (Float.compare(format.round(x), x) != 0) {
            throw new IllegalStateException(x + " is no number of " + format);
        }
        return x;
    }

    /// As texts call it.
    @Override
    public String toString() {
        return format.toString();
    }
}

package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.FLOAT16;
import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.FLOAT64;
import static org.sardonyx.ir.type.DataType.INT32;
import static org.sardonyx.ir.type.DataType.INT64;
import static org.sardonyx.ir.type.DataType.UINT32;
import static org.sardonyx.ir.type.DataType.UINT64;
import static org.sardonyx.tests.properties.Tolerance.EQUAL;
import static org.sardonyx.tests.properties.Tolerance.close;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Matrix products. The elements are such that every sum is exact, so that results must be the same in any order.
class ProductProperties {
    private static long[] with(long[] batch, long... matrix) {
        long[] sizes = new long[batch.length + matrix.length];
        System.arraycopy(batch, 0, sizes, 0, batch.length);
        System.arraycopy(matrix, 0, sizes, batch.length, matrix.length);
        return sizes;
    }

    /// Of empty sums ONNX Runtime leaves some unwritten, and it broadcasts no matrix to an empty batch.
    @Property(tries = 300, seed = Draw.SEED)
    void matMul(@ForAll Draw draw) {
        DataType type = draw.of(FLOAT32, FLOAT64, FLOAT16, INT64, INT32, UINT64, UINT32);
        long[] batch = draw.filledSizes(0, 2);
        long rows = draw.integer(1, 5);
        long inner = draw.integer(1, 5);
        long columns = draw.integer(1, 5);
        long[] left = draw.oneIn(6) ? new long[] {inner} : with(draw.broadcastingTo(batch), rows, inner);
        long[] right = draw.oneIn(6) ? new long[] {inner} : with(draw.broadcastingTo(batch), inner, columns);
        Oracle.check(draw, OperatorCase.of("MatMul", 13).input(draw.tensor(type, left, Elements.EXACT))
                .input(draw.tensor(type, right, Elements.EXACT)), EQUAL);
    }

    @Property(tries = 200, seed = Draw.SEED)
    void gemm(@ForAll Draw draw) {
        DataType type = draw.of(FLOAT32, FLOAT64);
        long rows = draw.integer(1, 5);
        // Where there is nothing to sum, ONNX Runtime does not multiply the third matrix by beta.
        long inner = draw.integer(1, 5);
        long columns = draw.integer(1, 5);
        boolean leftTransposed = draw.flag();
        boolean rightTransposed = draw.flag();
        long[] left = leftTransposed ? new long[] {inner, rows} : new long[] {rows, inner};
        long[] right = rightTransposed ? new long[] {columns, inner} : new long[] {inner, columns};
        OperatorCase gemm = OperatorCase.of("Gemm", draw.of(11, 13)).with("transA", leftTransposed)
                .with("transB", rightTransposed).withFloat("alpha", draw.of(1.0, 0.5, -2.0))
                .withFloat("beta", draw.of(1.0, 0.0, 0.25)).ranked(draw.tensor(type, left, Elements.EXACT))
                .ranked(draw.tensor(type, right, Elements.EXACT));
        if (draw.flag()) {
            gemm.ranked(draw.tensor(type, draw.broadcastingTo(rows, columns), Elements.EXACT));
        }
        Oracle.check(draw, gemm, EQUAL);
    }

    @Property(tries = 200, seed = Draw.SEED)
    void einsum(@ForAll Draw draw) {
        String equation = draw.of("ij,jk->ik", "ij,jk", "ij->ji", "ij->i", "ij->", "ii->i", "ii", "i,i->", "i,j->ij",
                "bij,bjk->bik", "bij,bkj->bik", "bhid,bhjd->bhij", "...ij,...jk->...ik", "...i->...", "a,ab,b->a",
                "ij,ij->ij", "ijk->kji", "i,ij,jk->k");
        Map<Character, Integer> dimensions = new HashMap<>();
        List<long[]> sizes = new ArrayList<>();
        int more = draw.integer(0, 2);
        for (String term : equation.split("->")[0].split(",")) {
            List<Long> own = new ArrayList<>();
            if (term.startsWith("...")) {
                for (int i = 0; i < more; i++) {
                    own.add(2L + i);
                }
            }
            for (char index : term.replace(".", "").toCharArray()) {
                own.add((long) dimensions.computeIfAbsent(index, _ -> draw.integer(1, 4)));
            }
            sizes.add(own.stream().mapToLong(Long::longValue).toArray());
        }
        DataType type = draw.of(FLOAT32, FLOAT64, INT64, INT32);
        OperatorCase einsum = OperatorCase.of("Einsum", 12).with("equation", equation);
        sizes.forEach(size -> einsum.ranked(draw.tensor(type, size, Elements.EXACT)));
        Oracle.check(draw, einsum, EQUAL);
    }

    @Property(tries = 50, seed = Draw.SEED)
    void determinant(@ForAll Draw draw) {
        long size = draw.integer(1, 4);
        Tensor x = draw.tensor(FLOAT32, with(draw.filledSizes(0, 2), size, size), Elements.EXACT);
        Oracle.check(draw, OperatorCase.of("Det", 11).input(x), close(1e-5, 1e-4));
    }
}

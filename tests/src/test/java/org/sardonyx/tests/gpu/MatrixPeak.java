package org.sardonyx.tests.gpu;

import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.Lane;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.loop.MatrixForm;
import org.sardonyx.ir.loop.WorkGroup;

/// A kernel that does nothing but multiply small matrices that do not wait for each other. Its factors come from memory, so that nothing
/// is known when it is compiled; the sums are stored, so that they are computed.
final class MatrixPeak {
    /// Work-items of a group.
    static final int ITEMS = 256;
    /// Of the buffer, four numbers for each item.
    static final int LANES = 4;
    /// Sums that do not wait for each other.
    private static final int CHAINS = 8;

    private MatrixPeak() {}

    /// Multiplications and additions of a work-item in an iteration.
    static double operations(MatrixForm form) {
        return 2.0 * CHAINS * MatrixForm.ROWS * MatrixForm.COLUMNS * form.depth() / MatrixForm.ITEMS;
    }

    /// The buffer `y`, and how often all sums are added to, `count`.
    static LoopKernel kernel(MatrixForm form) {
        int numbers = MatrixForm.LEFT * form.numbers();
        return LoopCode.kernel("peak_" + form, List.of("y"), List.of("count"), ITEMS,
                List.of(new WorkGroup.Shared("factors", ITEMS * numbers, form.format())), (code, place, item) -> {
                    LoopExpression at = code.define("at",
                            times(plus(times(place, index(ITEMS)), item), index(LANES)));
                    Variable x = code.define("x", bounded(load("y", at, LANES)));
                    LoopExpression own = code.define("own", times(item, index(numbers)));
                    for (int i = 0; i < numbers; i += LANES) {
                        code.store("factors", plus(own, index(i)), x);
                    }
                    code.barrier();
                    LoopExpression registers = code.define("registers",
                            new LoopExpression.Registers(form, "factors", own, MatrixForm.LEFT));
                    List<Variable> sums = new ArrayList<>();
                    for (int i = 0; i < CHAINS; i++) {
                        sums.add(code.define("sum", LoopCode.constant(i, MatrixForm.SUMS)));
                    }
                    code.loop("i", index(0), parameter("count"), index(1), _ -> sums.forEach(
                            sum -> code.multiplyMatrices(form, List.copyOf(lanes(registers, MatrixForm.LEFT)),
                                    List.copyOf(lanes(registers, MatrixForm.RIGHT)), lanes(sum, MatrixForm.SUMS))));
                    LoopExpression all = sums.getFirst();
                    for (Variable sum : sums.subList(1, CHAINS)) {
                        all = LoopCode.binary(BinaryMath.ADD, all, sum);
                    }
                    code.store("y", at, all);
                });
    }

    /// From 1/4 to 3/4: none of the tiny numbers that some devices take long for.
    private static LoopExpression bounded(LoopExpression x) {
        return LoopCode.binary(BinaryMath.MAXIMUM,
                LoopCode.binary(BinaryMath.MINIMUM, x, LoopCode.constant(0.75, LANES)), LoopCode.constant(0.25, LANES));
    }

    private static List<Lane> lanes(LoopExpression of, int count) {
        return IntStream.range(0, count).mapToObj(i -> new Lane(of, i)).toList();
    }
}

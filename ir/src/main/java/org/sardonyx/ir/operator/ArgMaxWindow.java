package org.sardonyx.ir.operator;

import java.util.Arrays;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Where the largest element is in each place of a window that moves over the innermost axes: its index in the whole
/// tensor in row-major order, an int64. Of equal elements the first counts, and NaN is larger than any number. Operand: a
/// tensor of numbers.
///
/// @param kernel the size of the window along each of its axes
/// @param window how the window moves; no place of it may lie in the padding alone
/// @see <a href="https://onnx.ai/onnx/operators/onnx__MaxPool.html">MaxPool's second output</a>
public record ArgMaxWindow(List<Long> kernel, Window window) implements Operator {
    public ArgMaxWindow {
        kernel = List.copyOf(kernel);
        WindowLoops.requireKernel(kernel, window);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        DataType type = operands.dataType(0);
        if (!type.isFloat() && !type.isInteger()) {
            throw new ModelException("the largest in a window of elements of type " + type.text());
        }
        return List.of(new TensorType(DataType.INT64, WindowLoops.result(operands.shape(0), kernel, window)));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Tensor y = Tensor.allocate(DataType.INT64, WindowLoops.result(x.shape(), kernel, window).sizes());
        if (y.size() == 0) {
            return List.of(y);
        }
        WindowLoops loops = new WindowLoops(x, kernel, window);
        Window.Axis inner = loops.inner();
        long[] best = new long[Math.toIntExact(inner.count())];
        loops.forEachRow(new WindowLoops.Visitor() {
            @Override
            public void begin() {
                Arrays.fill(best, -1);
            }

            @Override
            public void row(long from) {
                for (int place = 0; place < best.length; place++) {
                    long end = inner.endTap(place);
                    for (long tap = inner.firstTap(place); tap < end; tap++) {
                        long element = from + inner.element(place, tap);
                        boolean larger = best[place] < 0 || ElementOrder.compare(x, element, best[place]) > 0;
                        best[place] = larger ? element : best[place];
                    }
                }
            }

            @Override
            public void end(long to) {
                for (int place = 0; place < best.length; place++) {
                    if (best[place] < 0) {
                        throw new ModelException("a window lies in the padding alone and has no largest element");
                    }
                    y.setLong(to + place, best[place]);
                }
            }
        });
        return List.of(y);
    }
}

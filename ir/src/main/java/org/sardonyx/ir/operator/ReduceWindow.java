package org.sardonyx.ir.operator;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Combines the elements in each place of a window that moves over the innermost axes into one. Operand: a tensor of
/// numbers. Padding takes no part.
///
/// @param kernel the size of the window along each of its axes
/// @param window how the window moves
/// @see <a href="https://onnx.ai/onnx/operators/onnx__MaxPool.html">MaxPool</a>
public record ReduceWindow(ReduceFunction function, List<Long> kernel, Window window) implements Operator {
    public ReduceWindow {
        Objects.requireNonNull(function);
        kernel = List.copyOf(kernel);
        WindowLoops.requireKernel(kernel, window);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        DataType type = operands.dataType(0);
        if (!type.isFloat() && !type.isInteger()) {
            throw new ModelException("the " + function + " in a window of elements of type " + type.text());
        }
        return List.of(new TensorType(type, WindowLoops.result(operands.shape(0), kernel, window)));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Tensor y = Tensor.allocate(x.dataType(), WindowLoops.result(x.shape(), kernel, window).sizes());
        if (y.size() == 0) {
            return List.of(y);
        }
        WindowLoops loops = new WindowLoops(x, kernel, window);
        loops.forEachRow(x.dataType().isFloat() ? ofDoubles(x, y, loops.inner()) : ofLongs(x, y, loops.inner()));
        return List.of(y);
    }

    private WindowLoops.Visitor ofDoubles(Tensor x, Tensor y, Window.Axis inner) {
        double[] combined = new double[Math.toIntExact(inner.count())];
        double[] elements = new double[Math.toIntExact(Math.min(inner.size(), x.size()))];
        double initial = function.initialDouble(x.dataType());
        return new WindowLoops.Visitor() {
            @Override
            public void begin() {
                Arrays.fill(combined, initial);
            }

            @Override
            public void row(long from) {
                x.readDoubles(from, elements, 0, elements.length);
                for (int place = 0; place < combined.length; place++) {
                    long end = inner.endTap(place);
                    for (long tap = inner.firstTap(place); tap < end; tap++) {
                        int element = (int) inner.element(place, tap);
                        combined[place] = function.combine(combined[place], elements[element]);
                    }
                }
            }

            @Override
            public void end(long to) {
                y.writeDoubles(to, combined, 0, combined.length);
            }
        };
    }

    private WindowLoops.Visitor ofLongs(Tensor x, Tensor y, Window.Axis inner) {
        long[] combined = new long[Math.toIntExact(inner.count())];
        long initial = function.initialLong(x.dataType());
        boolean signed = x.dataType().isSigned();
        return new WindowLoops.Visitor() {
            @Override
            public void begin() {
                Arrays.fill(combined, initial);
            }

            @Override
            public void row(long from) {
                for (int place = 0; place < combined.length; place++) {
                    long end = inner.endTap(place);
                    for (long tap = inner.firstTap(place); tap < end; tap++) {
                        long element = x.getLong(from + inner.element(place, tap));
                        combined[place] = function.combine(combined[place], element, signed);
                    }
                }
            }

            @Override
            public void end(long to) {
                for (int place = 0; place < combined.length; place++) {
                    y.setLong(to + place, combined[place]);
                }
            }
        };
    }
}

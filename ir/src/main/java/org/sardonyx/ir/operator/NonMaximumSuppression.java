package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Chooses boxes by score and drops those that overlap a chosen one too much. Operands: boxes `[N, B, 4]`, scores
/// `[N, classes, B]`, the most boxes per batch element and class (int64), the threshold of intersection over union above
/// which a box is dropped, and the score a box has to exceed. The result, `[chosen, 3]` of int64, has batch element, class
/// and box; boxes of equal score are taken from the lower index on.
///
/// @param centerPoint whether a box is (x centre, y centre, width, height), else (y1, x1, y2, x2) of any two opposite
///        corners
/// @see <a href="https://onnx.ai/onnx/operators/onnx__NonMaxSuppression.html">NonMaxSuppression</a>
public record NonMaximumSuppression(boolean centerPoint) implements Operator {
    private record Box(double top, double left, double bottom, double right) {
        double area() {
            return (bottom - top) * (right - left);
        }

        double intersectionOverUnion(Box other) {
            double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            double width = Math.min(right, other.right) - Math.max(left, other.left);
            double union = area() + other.area() - height * width;
            return height <= 0 || width <= 0 || area() <= 0 || other.area() <= 0 || union <= 0
                    ? 0
                    : height * width / union;
        }
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(5, 5);
        requireShape(operands.shape(0), operands);
        requireShape(operands.shape(1), operands);
        return List.of(new TensorType(DataType.INT64, Shape.of(List.of(Dimension.UNKNOWN, Dimension.of(3)))));
    }

    private static void requireShape(Shape shape, Operands operands) {
        if (shape.hasRank() && shape.rank() != 3) {
            throw new ModelException("boxes " + operands.type(0) + " with scores " + operands.type(1));
        }
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor boxes = evaluation.tensor(0);
        Tensor scores = evaluation.tensor(1);
        if (boxes.size(2) != 4 || boxes.size(0) != scores.size(0) || boxes.size(1) != scores.size(2)) {
            throw new ModelException("boxes " + boxes.type() + " with scores " + scores.type());
        }
        long most = evaluation.integer(2);
        double overlap = evaluation.tensor(3).getDouble(0);
        double leastScore = evaluation.tensor(4).getDouble(0);
        List<long[]> chosen = new ArrayList<>();
        for (long batch = 0; batch < scores.size(0); batch++) {
            for (long category = 0; category < scores.size(1); category++) {
                long from = (batch * scores.size(1) + category) * scores.size(2);
                Comparator<Long> byScore = Comparator.comparingDouble(box -> -scores.getDouble(from + box));
                List<Long> candidates =
                        LongStream.range(0, scores.size(2)).filter(box -> scores.getDouble(from + box) > leastScore)
                                .boxed().sorted(byScore).toList();
                for (long box : kept(candidates, boxes, batch, most, overlap)) {
                    chosen.add(new long[] {batch, category, box});
                }
            }
        }
        Tensor result = Tensor.allocate(DataType.INT64, chosen.size(), 3);
        for (int i = 0; i < chosen.size(); i++) {
            for (int j = 0; j < 3; j++) {
                result.setLong(3L * i + j, chosen.get(i)[j]);
            }
        }
        return List.of(result);
    }

    private List<Long> kept(List<Long> candidates, Tensor boxes, long batch, long most, double overlap) {
        List<Long> kept = new ArrayList<>();
        List<Box> keptBoxes = new ArrayList<>();
        for (long candidate : candidates) {
            if (kept.size() >= most) {
                break;
            }
            Box box = box(boxes, (batch * boxes.size(1) + candidate) * 4);
            if (keptBoxes.stream().noneMatch(other -> box.intersectionOverUnion(other) > overlap)) {
                kept.add(candidate);
                keptBoxes.add(box);
            }
        }
        return kept;
    }

    private Box box(Tensor boxes, long at) {
        double a = boxes.getDouble(at);
        double b = boxes.getDouble(at + 1);
        double c = boxes.getDouble(at + 2);
        double d = boxes.getDouble(at + 3);
        return centerPoint
                ? new Box(b - d / 2, a - c / 2, b + d / 2, a + c / 2)
                : new Box(Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d));
    }
}

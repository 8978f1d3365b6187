package org.sardonyx.ir.operator;

import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// A convolution in two dimensions that reads its input at learned offsets from the places of the kernel, interpolating
/// linearly. Operands: input `[N, C, H, W]`, weights `[M, C/groups, kH, kW]`, offsets `[N, offsetGroups*kH*kW*2, oH, oW]`
/// (row, then column), and a mask `[N, offsetGroups*kH*kW, oH, oW]` by which each read is multiplied.
///
/// @param strides row and column
/// @param dilations row and column
/// @param pads at the top, left, bottom, right
/// @see <a href="https://onnx.ai/onnx/operators/onnx__DeformConv.html">DeformConv</a>
public record DeformableConvolution(List<Long> strides, List<Long> dilations, List<Long> pads, long groups,
        long offsetGroups) implements Operator {
    private static final long LARGEST = 1 << 20;

    public DeformableConvolution {
        strides = List.copyOf(strides);
        dilations = List.copyOf(dilations);
        pads = List.copyOf(pads);
        boolean counts = strides.size() == 2 && dilations.size() == 2 && pads.size() == 4;
        if (!counts || !inRange(strides, 1) || !inRange(dilations, 1) || !inRange(pads, 0)
                || !inRange(List.of(groups, offsetGroups), 1)) {
            throw new ModelException(
                    "a deformable convolution with strides " + strides + ", dilations " + dilations + ", pads "
                            + pads + ", " + groups + " groups and " + offsetGroups
                            + " offset groups; two dimensions are supported");
        }
    }

    private static boolean inRange(List<Long> numbers, long least) {
        return numbers.stream().allMatch(number -> number >= least && number <= LARGEST);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(4, 4);
        DataType type = operands.dataType(0);
        for (int i = 1; i < 4; i++) {
            operands.commonDataType(0, i);
            if (operands.shape(i).hasRank() && operands.shape(i).rank() != 4) {
                throw new ModelException("operand " + i + " is a " + operands.type(i) + ", expected rank 4");
            }
        }
        if (!type.isFloat()) {
            throw new ModelException("a deformable convolution of elements of type " + type.text());
        }
        Shape weights = operands.shape(1);
        Shape offsets = operands.shape(2);
        return List.of(new TensorType(type, weights.hasRank() && offsets.hasRank()
                ? Shape.of(
                        List.of(offsets.dimension(0), weights.dimension(0), offsets.dimension(2), offsets.dimension(3)))
                : Shape.ofRank(4)));
    }

    private void check(Tensor x, Tensor weights, Tensor offsets, Tensor mask) {
        long kernel = weights.size(2) * weights.size(3);
        boolean fits = x.rank() == 4 && x.size(1) == weights.size(1) * groups && weights.size(0) % groups == 0
                && x.size(1) % offsetGroups == 0 && offsets.size(0) == x.size(0) && mask.size(0) == x.size(0)
                && offsets.size(1) == offsetGroups * kernel * 2 && mask.size(1) == offsetGroups * kernel
                && offsets.size(2) == mask.size(2) && offsets.size(3) == mask.size(3)
                && offsets.size(2) == outputSize(x, weights, 0) && offsets.size(3) == outputSize(x, weights, 1);
        if (!fits) {
            throw new ModelException("input " + x.type() + ", weights " + weights.type() + ", offsets " + offsets.type()
                    + " and mask " + mask.type() + " are not those of a deformable convolution with " + this);
        }
    }

    private long outputSize(Tensor x, Tensor weights, int axis) {
        long reach = dilations.get(axis) * (weights.size(2 + axis) - 1) + 1;
        return Math.floorDiv(x.size(2 + axis) + pads.get(axis) + pads.get(axis + 2) - reach, strides.get(axis)) + 1;
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Tensor weights = evaluation.tensor(1);
        Tensor offsets = evaluation.tensor(2);
        Tensor mask = evaluation.tensor(3);
        check(x, weights, offsets, mask);
        Tensor result = Tensor.allocate(x.dataType(), x.size(0), weights.size(0), offsets.size(2), offsets.size(3));
        PointSampler sampler = new PointSampler(x, 2, Resampling.Method.LINEAR, GridSample.Padding.ZEROS, true);
        long places = offsets.size(2) * offsets.size(3);
        long perGroup = weights.size(0) / groups;
        for (long position = 0; position < result.size(); position++) {
            long place = position % places;
            long m = position / places % weights.size(0);
            long n = position / places / weights.size(0);
            double sum = 0;
            for (long c = 0; c < weights.size(1); c++) {
                long channel = m / perGroup * weights.size(1) + c;
                long offsetGroup = channel / (x.size(1) / offsetGroups);
                long kernel = weights.size(2) * weights.size(3);
                for (long k = 0; k < kernel; k++) {
                    long shift = ((n * offsetGroups + offsetGroup) * kernel + k) * 2;
                    double row = place / offsets.size(3) * strides.get(0) - pads.get(0)
                            + k / weights.size(3) * dilations.get(0) + offsets.getDouble(shift * places + place);
                    double column = place % offsets.size(3) * strides.get(1) - pads.get(1)
                            + k % weights.size(3) * dilations.get(1) + offsets.getDouble((shift + 1) * places + place);
                    sampler.moveTo(row, column);
                    double weight = weights.getDouble((m * weights.size(1) + c) * kernel + k)
                            * mask.getDouble(shift / 2 * places + place);
                    sum += weight * sampler.at((n * x.size(1) + channel) * sampler.elements());
                }
            }
            result.setDouble(position, sum);
        }
        return List.of(result);
    }
}

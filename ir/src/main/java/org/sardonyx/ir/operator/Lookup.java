package org.sardonyx.ir.operator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Replaces each element by what a table holds for it. Operands: the tensor; the keys, a vector of the same element type;
/// the values, as many as keys; what stands for an element that is no key, one element of the type of the values. Of a key
/// that is there twice the last value holds; NaN is equal to NaN, and zero to negative zero.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx_aionnxml_LabelEncoder.html">LabelEncoder</a>
public record Lookup() implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(4, 4);
        operands.commonDataType(0, 1);
        return List.of(operands.tensor(0).withDataType(operands.commonDataType(2, 3)));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Tensor keys = evaluation.tensor(1);
        Tensor values = evaluation.tensor(2);
        Tensor missing = evaluation.tensor(3);
        if (keys.size() != values.size() || missing.size() != 1) {
            throw new ModelException(keys.size() + " keys for " + values.size() + " values, and " + missing.size()
                    + " for what is missing; expected as many keys as values, and one");
        }
        Map<Object, Long> table = new HashMap<>();
        for (long i = 0; i < keys.size(); i++) {
            table.put(key(keys, i), i);
        }
        Tensor result = Tensor.allocate(values.dataType(), x.sizes());
        for (long i = 0; i < x.size(); i++) {
            Long place = table.get(key(x, i));
            result.copyElement(i, place == null ? missing : values, place == null ? 0 : place);
        }
        return List.of(result);
    }

    private static Object key(Tensor tensor, long index) {
        return switch (tensor.dataType().kind()) {
            case STRING -> tensor.getString(index);
            case SIGNED, UNSIGNED, BOOL -> tensor.getLong(index);
            // Adding zero makes one zero of both.
            case FLOAT, COMPLEX -> tensor.getDouble(index) + 0.0;
        };
    }
}

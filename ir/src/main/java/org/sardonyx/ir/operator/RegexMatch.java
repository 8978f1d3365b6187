package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.regex.Regex;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Whether each string as a whole matches a regular expression.
///
/// @param pattern in the syntax of RE2
/// @see <a href="https://onnx.ai/onnx/operators/onnx__RegexFullMatch.html">RegexFullMatch</a>
public record RegexMatch(String pattern) implements Operator {
    public RegexMatch {
        Objects.requireNonNull(pattern);
        Regex.compile(pattern);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        operands.requireStrings(0);
        return List.of(operands.tensor(0).withDataType(DataType.BOOL));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Regex regex = Regex.compile(pattern);
        Tensor result = Tensor.allocate(DataType.BOOL, x.sizes());
        for (long i = 0; i < x.size(); i++) {
            result.setBoolean(i, regex.matches(x.getString(i)));
        }
        return List.of(result);
    }
}

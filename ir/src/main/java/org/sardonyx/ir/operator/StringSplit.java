package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Cuts each string into parts. The outputs are the parts, along a new last axis that is as long as the most parts of a
/// string and padded with empty strings, and the numbers of parts.
///
/// @param delimiter what stands between parts; if it is empty, white space does, any amount of it, and what leads or trails
///        is dropped
/// @param mostSplits after so many splits the rest is one part; negative for no limit
/// @see <a href="https://onnx.ai/onnx/operators/onnx__StringSplit.html">StringSplit</a>
public record StringSplit(String delimiter, long mostSplits) implements Operator {
    public StringSplit {
        Objects.requireNonNull(delimiter);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        operands.requireStrings(0);
        TensorType x = operands.tensor(0);
        return List.of(x.withShape(Carried.inserted(x.shape(), -1, Dimension.UNKNOWN)),
                x.withDataType(DataType.INT64));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Tensor counts = Tensor.allocate(DataType.INT64, x.sizes());
        long most = 0;
        for (long i = 0; i < x.size(); i++) {
            counts.setLong(i, parts(x.getString(i)).size());
            most = Math.max(most, counts.getLong(i));
        }
        Shape shape = Carried.inserted(x.shape(), -1, Dimension.of(most));
        Tensor result = Tensor.allocate(DataType.STRING, shape.sizes());
        for (long i = 0; i < x.size(); i++) {
            long to = i * most;
            for (String part : parts(x.getString(i))) {
                result.setString(to++, part);
            }
        }
        return List.of(result, counts);
    }

    private List<String> parts(String text) {
        return delimiter.isEmpty() ? words(text) : delimited(text);
    }

    private boolean mayGoOn(int splits) {
        return mostSplits < 0 || splits < mostSplits;
    }

    private List<String> delimited(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int end = text.indexOf(delimiter);
        while (end >= 0 && mayGoOn(parts.size())) {
            parts.add(text.substring(start, end));
            start = end + delimiter.length();
            end = text.indexOf(delimiter, start);
        }
        parts.add(text.substring(start));
        return parts;
    }

    private List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = skip(text, 0, true);
        while (start < text.length()) {
            int end = mayGoOn(words.size()) ? skip(text, start, false) : text.length();
            words.add(text.substring(start, end));
            start = skip(text, end, true);
        }
        return words;
    }

    private static int skip(String text, int from, boolean space) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at)) == space) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}

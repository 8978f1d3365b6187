package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Drops stop words from a list of strings, `[C]` or `[1, C]`, and changes the case of the others. If none is left, the
/// result is one empty string.
///
/// @param stopWords a string that equals one of them is dropped
/// @param caseSensitive whether a stop word in another case is none
/// @param locale whose rules the case is changed by, as a language tag such as `tr-TR`; unknown ones are as the root locale
/// @see <a href="https://onnx.ai/onnx/operators/onnx__StringNormalizer.html">StringNormalizer</a>
public record StringNormalize(CaseChange change, List<String> stopWords, boolean caseSensitive, String locale)
        implements Operator {
    /// What becomes of upper and lower case.
    public enum CaseChange {
        NONE,
        LOWER,
        UPPER
    }

    public StringNormalize {
        Objects.requireNonNull(change);
        Objects.requireNonNull(locale);
        stopWords = List.copyOf(stopWords);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        operands.requireStrings(0);
        Shape shape = operands.shape(0);
        if (!shape.hasRank()) {
            return List.of(operands.tensor(0));
        }
        Dimension count = shape.rank() > 0 ? shape.dimension(-1) : Dimension.UNKNOWN;
        boolean all = stopWords.isEmpty() && count.isConstant() && count.size() > 0;
        return List.of(operands.tensor(0).withShape(normalized(shape, all ? count : Dimension.UNKNOWN)));
    }

    private static Shape normalized(Shape shape, Dimension count) {
        if (shape.rank() == 1) {
            return Shape.of(List.of(count));
        }
        if (shape.rank() != 2 || shape.dimension(0).neverSameSize(Dimension.of(1))) {
            throw new ModelException("strings of shape " + shape + ", expected [C] or [1, C]");
        }
        return Shape.of(List.of(Dimension.of(1), count));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Locale rules = Locale.forLanguageTag(locale);
        Set<String> stops = stopWords.stream().map(word -> compared(word, rules)).collect(Collectors.toSet());
        List<String> kept = new ArrayList<>();
        for (long i = 0; i < x.size(); i++) {
            if (!stops.contains(compared(x.getString(i), rules))) {
                kept.add(switch (change) {
                    case NONE -> x.getString(i);
                    case LOWER -> x.getString(i).toLowerCase(rules);
                    case UPPER -> x.getString(i).toUpperCase(rules);
                });
            }
        }
        Shape shape = normalized(x.shape(), Dimension.of(Math.max(1, kept.size())));
        Tensor result = Tensor.allocate(DataType.STRING, shape.sizes());
        for (int i = 0; i < kept.size(); i++) {
            result.setString(i, kept.get(i));
        }
        return List.of(result);
    }

    private String compared(String word, Locale rules) {
        return caseSensitive ? word : word.toLowerCase(rules);
    }
}

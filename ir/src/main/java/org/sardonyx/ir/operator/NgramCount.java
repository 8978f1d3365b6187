package org.sardonyx.ir.operator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Counts n-grams in a list of integers or strings, `[C]`, or in each row of `[N, C]`; the counts are float32, `[columns]`
/// or `[N, columns]`. Between the items of an n-gram, the same number of items may be skipped, from none up to a limit.
///
/// @param pool the items of all n-grams: first those of length 1, then those of length 2, ...
/// @param starts where in the pool the n-grams of each length start
/// @param columns where each n-gram is counted
/// @param least the length of the shortest n-grams that are counted
/// @param most the length of the longest n-grams that are counted
/// @param mostSkipped how many items may be skipped
/// @see <a href="https://onnx.ai/onnx/operators/onnx__TfIdfVectorizer.html">TfIdfVectorizer</a>
public record NgramCount(Tensor pool, List<Long> starts, List<Long> columns, long least, long most, long mostSkipped)
        implements Operator {
    /// What may follow an n-gram, and the column in which it is counted itself, -1 if it is not.
    private static final class Prefix {
        private final Map<Object, Prefix> longer = new HashMap<>();
        private int column = -1;
    }

    public NgramCount {
        Objects.requireNonNull(pool);
        starts = List.copyOf(starts);
        columns = List.copyOf(columns);
        if (least < 1 || most < least || mostSkipped < 0) {
            throw new ModelException("n-grams of lengths " + least + " to " + most + " with up to " + mostSkipped
                    + " items skipped");
        }
        long ngrams = 0;
        for (int i = 0; i < starts.size(); i++) {
            long end = i + 1 < starts.size() ? starts.get(i + 1) : pool.size();
            if (starts.get(i) < 0 || end < starts.get(i) || end > pool.size() || (end - starts.get(i)) % (i + 1) != 0) {
                throw new ModelException("the n-grams of length " + (i + 1) + " start at " + starts.get(i)
                        + " and end at " + end + " of a pool of " + pool.size());
            }
            ngrams += (end - starts.get(i)) / (i + 1);
        }
        if (ngrams > columns.size()) {
            throw new ModelException(ngrams + " n-grams and columns for " + columns.size());
        }
        if (columns.isEmpty() || columns.stream().anyMatch(column -> column < 0 || column >= Integer.MAX_VALUE)) {
            throw new ModelException("a negative or very large column, or none at all");
        }
    }

    private long width() {
        return 1 + columns.stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        boolean strings = operands.dataType(0) == DataType.STRING;
        if (!strings && !operands.dataType(0).isInteger() || strings != (pool.dataType() == DataType.STRING)) {
            throw new ModelException("items of type " + operands.dataType(0).text() + " and n-grams of type "
                    + pool.dataType().text());
        }
        Shape shape = operands.shape(0);
        return List.of(new TensorType(DataType.FLOAT32, shape.hasRank() ? counted(shape) : Shape.UNKNOWN));
    }

    private Shape counted(Shape shape) {
        Dimension width = Dimension.of(width());
        return switch (shape.rank()) {
            case 1 -> Shape.of(List.of(width));
            case 2 -> Shape.of(List.of(shape.dimension(0), width));
            default -> throw new ModelException("items of shape " + shape + ", expected [C] or [N, C]");
        };
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Tensor counts = Tensor.allocate(DataType.FLOAT32, counted(x.shape()).sizes());
        Prefix ngrams = ngrams();
        long rows = x.rank() == 1 ? 1 : x.size(0);
        for (long row = 0; row < rows; row++) {
            count(x, row * x.size(-1), (row + 1) * x.size(-1), ngrams, counts, row * width());
        }
        return List.of(counts);
    }

    private Prefix ngrams() {
        Prefix root = new Prefix();
        int ngram = 0;
        for (int i = 0; i < starts.size(); i++) {
            long end = i + 1 < starts.size() ? starts.get(i + 1) : pool.size();
            for (long start = starts.get(i); start < end; start += i + 1) {
                Prefix prefix = root;
                for (long item = start; item <= start + i; item++) {
                    prefix = prefix.longer.computeIfAbsent(item(pool, item), _ -> new Prefix());
                }
                boolean counted = i + 1 >= least && i + 1 <= most;
                prefix.column = counted ? columns.get(ngram).intValue() : prefix.column;
                ngram++;
            }
        }
        return root;
    }

    private static Object item(Tensor tensor, long index) {
        return tensor.dataType() == DataType.STRING ? tensor.getString(index) : (Object) tensor.getLong(index);
    }

    private void count(Tensor x, long from, long to, Prefix ngrams, Tensor counts, long firstCount) {
        for (long distance = 1; distance - 1 <= mostSkipped; distance++) {
            // Single items are the same at any distance and are counted once.
            long shortest = distance > 1 ? Math.max(2, least) : least;
            if (shortest > most || shortest > 1 && distance > (to - from - 1) / (shortest - 1)) {
                return;
            }
            for (long start = from; start + distance * (shortest - 1) < to; start++) {
                Prefix prefix = ngrams;
                long item = start;
                for (long length = 1; prefix != null && length <= most && item < to; length++, item += distance) {
                    prefix = prefix.longer.get(item(x, item));
                    if (prefix != null && length >= shortest && prefix.column >= 0) {
                        long place = firstCount + prefix.column;
                        counts.setDouble(place, counts.getDouble(place) + 1);
                    }
                }
            }
        }
    }
}

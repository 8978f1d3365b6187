package org.sardonyx.frontend.catalogue;

import java.util.Arrays;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.NgramCount;
import org.sardonyx.ir.operator.RegexMatch;
import org.sardonyx.ir.operator.StringConcat;
import org.sardonyx.ir.operator.StringNormalize;
import org.sardonyx.ir.operator.StringNormalize.CaseChange;
import org.sardonyx.ir.operator.StringSplit;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Operators on text.
final class StringOperators {
    private StringOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("StringConcat", 20).inputs(2).as((n, e) -> e.apply(new StringConcat(), n.input(0), n.input(1)));
        c.operator("StringSplit", 20).inputs(1)
                .asMany((n, e) -> e.builder().apply(new StringSplit(n.attributes().text("delimiter", ""),
                        n.attributes().integer("maxsplit", -1)), List.of(n.input(0))));
        c.operator("StringNormalizer", 10).inputs(1).as(StringOperators::normalize);
        c.operator("RegexFullMatch", 20).inputs(1)
                .as((n, e) -> e.apply(new RegexMatch(n.attributes().text("pattern", "")), n.input(0)));
        c.operator("TfIdfVectorizer", 9).inputs(1).as(StringOperators::termFrequencies);
    }

    private static Operand normalize(OnnxNode n, Expressions e) {
        Attributes a = n.attributes();
        CaseChange change = CaseChange.valueOf(a.word("case_change_action", "NONE", "NONE", "LOWER", "UPPER"));
        String locale = a.text("locale", "en_US").replaceFirst("\\..*", "").replace('_', '-');
        return e.apply(new StringNormalize(change, a.texts("stopwords").orElse(List.of()),
                a.flag("is_case_sensitive", false), locale), n.input(0));
    }

    /// A weight belongs to a column, as in ONNX's reference and ONNX Runtime; where the columns are in the order of the
    /// n-grams, that is the weight of the n-gram.
    private static Operand termFrequencies(OnnxNode n, Expressions e) {
        Attributes a = n.attributes();
        Operand counts = e.apply(new NgramCount(pool(a), boxed(a.requireIntegers("ngram_counts")),
                boxed(a.requireIntegers("ngram_indexes")), a.requireInteger("min_gram_length"),
                a.requireInteger("max_gram_length"), a.requireInteger("max_skip_count")), n.input(0));
        String mode = a.word("mode", "", "TF", "IDF", "TFIDF");
        Operand zero = e.scalar(DataType.FLOAT32, 0);
        Operand terms = mode.equals("IDF")
                ? e.select(e.less(zero, counts), e.scalar(DataType.FLOAT32, 1), zero)
                : counts;
        double[] weights = a.numbers("weights").orElse(new double[0]);
        return mode.equals("TF") || weights.length == 0
                ? terms
                : e.multiply(terms,
                        e.constant(Tensor.ofDoubles(DataType.FLOAT32, new long[] {weights.length}, weights)));
    }

    private static Tensor pool(Attributes a) {
        if (a.has("pool_strings") == a.has("pool_int64s")) {
            throw new ModelException("one of the attributes 'pool_strings' and 'pool_int64s' is expected");
        }
        return a.texts("pool_strings").map(texts -> strings(texts))
                .orElseGet(() -> Tensor.vector(a.requireIntegers("pool_int64s")));
    }

    static Tensor strings(List<String> texts) {
        return Tensor.ofStrings(new long[] {texts.size()}, texts.toArray(String[]::new));
    }

    private static List<Long> boxed(long[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}

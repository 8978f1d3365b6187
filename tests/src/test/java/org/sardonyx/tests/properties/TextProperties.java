package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.BOOL;
import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.INT32;
import static org.sardonyx.ir.type.DataType.INT64;
import static org.sardonyx.ir.type.DataType.STRING;
import static org.sardonyx.tests.properties.Tolerance.EXACT;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Operators on strings and on sequences of words.
class TextProperties {
    private static Tensor strings(Draw draw, long... sizes) {
        return draw.tensor(STRING, sizes, Elements.ANY);
    }

    private static Tensor words(Draw draw, String... words) {
        return draw.tensor(STRING, draw.filledSizes(1, 3),
                (tensor, index, source) -> tensor.setString(index, source.of(words)));
    }

    @Property(tries = 50, seed = Draw.SEED)
    void concatenation(@ForAll Draw draw) {
        List<long[]> sizes = draw.broadcasting(2, 3);
        Oracle.check(draw, OperatorCase.of("StringConcat", 20).input(strings(draw, sizes.get(0)))
                .input(strings(draw, sizes.get(1))), EXACT);
    }

    /// ONNX Runtime finds no part in an empty string, Python, which ONNX refers to, one; and it leaves out blanks after the
    /// last part.
    @Property(tries = 100, seed = Draw.SEED)
    void split(@ForAll Draw draw) {
        OperatorCase split = OperatorCase.of("StringSplit", 20).yields(STRING, INT64);
        if (draw.flag()) {
            split.with("delimiter", draw.of(",", "b", ",,"))
                    .ranked(words(draw, "a", "a b", " a", "a,b,,c", ",", "abc"));
        } else {
            split.ranked(words(draw, "", "a", "a b", "  a  b", "a b c", "abc"));
        }
        Oracle.check(draw, draw.flag() ? split.with("maxsplit", draw.integer(1, 3)) : split, EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void matches(@ForAll Draw draw) {
        String pattern =
                draw.of("a*", "[a-c]+", "(ab|cd)?x", "\\d{2,3}", ".", ".*@.*\\.com", "[^x]y", "a|", "\\w+\\s\\w+");
        Oracle.check(draw, OperatorCase.of("RegexFullMatch", 20).with("pattern", pattern)
                .input(words(draw, "", "a", "aa", "abc", "abx", "x", "12", "1234", "me@x.com", "zy", "xy", "a b", "ä"))
                .yields(BOOL), EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void normalization(@ForAll Draw draw) {
        OperatorCase normalizer = OperatorCase.of("StringNormalizer", 10)
                .with("case_change_action", draw.of("NONE", "LOWER", "UPPER"))
                .with("is_case_sensitive", draw.flag()).with("locale", "C");
        if (draw.flag()) {
            normalizer.with("stopwords", new String[] {"Monday", "b"});
        }
        long count = draw.integer(1, 5);
        Tensor x = draw.tensor(STRING, draw.flag() ? new long[] {count} : new long[] {1, count},
                (tensor, index, source) -> tensor.setString(index, source.of("monday", "Monday", "b", "B", "tuesday")));
        Oracle.check(draw, normalizer.input(x, Knowledge.SHAPED), EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void counts(@ForAll Draw draw) {
        DataType type = draw.of(INT32, INT64);
        Tensor x = draw.tensor(type, draw.filledSizes(1, 2), Elements.between(1, 5));
        // Single numbers 2, 3, 5; pairs 5-4, 5-6, 7-8, 6-7.
        int longest = draw.integer(1, 2);
        OperatorCase counts = OperatorCase.of("TfIdfVectorizer", 9).with("mode", draw.of("TF", "IDF", "TFIDF"))
                .with("min_gram_length", draw.integer(1, longest)).with("max_gram_length", longest)
                .with("max_skip_count", draw.integer(0, 2)).with("ngram_counts", new long[] {0, 3})
                .with("ngram_indexes", new long[] {0, 1, 2, 3, 4, 5, 6})
                .with("pool_int64s", new long[] {2, 3, 4, 1, 2, 3, 4, 2, 2, 4, 4});
        if (draw.flag()) {
            counts.with("weights", new float[] {1, 0.5f, 2, 3, 1.5f, 1, 0.25f});
        }
        Oracle.check(draw, counts.ranked(x).yields(FLOAT32), EXACT);
    }
}

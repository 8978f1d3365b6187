package org.sardonyx.frontend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Operators on text, and those that translate labels by a table.
class TextAndLabelOperatorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            StringConcat     | 20 |                          | string 2: a b; string : x | string 2: ax bx
            StringNormalizer | 10 | stopwords=[A] case_change_action=UPPER | string 3: a b c | string 2: B C
            StringNormalizer | 10 | stopwords=[A] is_case_sensitive=1 | string 1x2: a A | string 1x1: a
            RegexFullMatch   | 20 | pattern=a.*              | string 2: ab ba | bool 2: 1 0
            TfIdfVectorizer  |  9 | mode=TF min_gram_length=1 max_gram_length=1 max_skip_count=0 ngram_counts=[0] \
            ngram_indexes=[0,1] pool_strings=[a,b] | string 3: a b a | float32 2: 2 1
            TfIdfVectorizer  |  9 | mode=IDF min_gram_length=1 max_gram_length=1 max_skip_count=0 ngram_counts=[0] \
            ngram_indexes=[0,1] pool_int64s=[7,8] weights=[2.0,3.0] | int64 1x3: 7 7 7 | float32 1x2: 2 0
            TfIdfVectorizer  |  9 | mode=TFIDF min_gram_length=1 max_gram_length=1 max_skip_count=0 ngram_counts=[0] \
            ngram_indexes=[0,1] pool_int64s=[7,8] weights=[2.0,3.0] | int64 1x3: 7 7 8 | float32 1x2: 4 3
            ai.onnx.ml.LabelEncoder | 1 | classes_strings=[a,b] | string 3: b c a    | int64 3: 1 -1 0
            ai.onnx.ml.LabelEncoder | 1 | classes_strings=[a,b] default_string=? | int64 2: 1 5 | string 2: b ?
            ai.onnx.ml.LabelEncoder | 2 | keys_strings=[a] values_floats=[2.5] | string 2: a b | float32 2: 2.5 -0
            ai.onnx.ml.LabelEncoder | 4 | keys_int64s=[3] values_strings=[x] | int64 1x2: 3 4 | string 1x2: x _Unused
            ai.onnx.ml.LabelEncoder | 4 | keys_floats=[0.5] values_int64s=[9] default_int64=1 | float32 2: 0.5 1 \
            | int64 2: 9 1
            ai.onnx.ml.CategoryMapper | 1 | cats_strings=[a,b] cats_int64s=[5,6] | string 2: b z | int64 2: 6 -1
            ai.onnx.ml.CategoryMapper | 1 | cats_strings=[a,b] cats_int64s=[5,6] | int64 2: 5 0 | string 2: a _Unused
            ai.onnx.ml.OneHotEncoder | 1 | cats_int64s=[4,7] | int64 3: 7 4 1 | float32 3x2: 0 1 1 0 0 0
            ai.onnx.ml.OneHotEncoder | 1 | cats_strings=[a,b] zeros=0 | string 1x1: b | float32 1x1x2: 0 1
            """)
    void computes(String operator, long opset, String attributes, String inputs, String output) {
        assertEquals(output, Expanded.of(operator, opset, attributes).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TfIdfVectorizer | 9 | mode=TF min_gram_length=1 max_gram_length=1 max_skip_count=0 ngram_counts=[0] \
            ngram_indexes=[0] | int64 1: 1 | one of the attributes 'pool_strings' and 'pool_int64s' is expected
            ai.onnx.ml.LabelEncoder | 4 | keys_int64s=[1] | int64 1: 1 | 0 attributes 'values_...', expected one
            ai.onnx.ml.LabelEncoder | 2 | keys_int64s=[1] values_int64s=[1,2] | int64 1: 1 \
            | keys of type int64[1] and values of type int64[2], expected as many of both
            ai.onnx.ml.LabelEncoder | 1 | | int64 1: 1 | attribute 'classes_strings' is missing
            ai.onnx.ml.OneHotEncoder | 1 | cats_int64s=[4] zeros=0 | int64 1: 5 | index 1 into an axis of size 1
            StringNormalizer | 10 | case_change_action=TITLE | string 1: a \
            | attribute 'case_change_action' is 'TITLE', expected one of [NONE, LOWER, UPPER]
            """)
    void refuses(String operator, long opset, String attributes, String inputs, String problem) {
        assertEquals(problem, Expanded.of(operator, opset, attributes).refusal(inputs));
    }

    @Test
    void splits() {
        assertEquals("string 2x2: a b-c d ; int64 2: 2 1", Expanded.of("StringSplit", 20, "delimiter=- maxsplit=1")
                .withOutputs(2).on("string 2: a-b-c d"));
    }
}

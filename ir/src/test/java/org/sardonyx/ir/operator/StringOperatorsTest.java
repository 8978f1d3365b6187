package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.operator.StringNormalize.CaseChange;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

class StringOperatorsTest {
    private static Tensor strings(String... elements) {
        return Tensor.ofStrings(new long[] {elements.length}, elements);
    }

    @Test
    void concatenates() {
        Tensor column = Tensor.ofStrings(new long[] {2, 1}, "a", "b");
        assertEquals("string[2, 2] {\"ax\", \"ay\", \"bx\", \"by\"}",
                Applied.to(new StringConcat(), column, strings("x", "y")).toString());
        assertEquals("string[0]",
                Applied.to(new StringConcat(), strings(), Tensor.ofStrings(new long[0], "x")).toString());
        assertEquals("operand 1 is of type int64, expected strings",
                Applied.refusal(new StringConcat(), column, Tensor.vector(1)));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "unset", delimiter = ';', value = {
        "','  ; -1 ; 'a,b,,c' ; a|b||c",
        "','  ; -1 ; '' ; ''",
        "','  ; 1  ; 'a,b,c' ; a|b,c",
        "','  ; 0  ; 'a,b' ; a,b",
        "'::' ; -1 ; ':::a' ; |:a",
        "''   ; -1 ; '  a \t b  ' ; a|b",
        "''   ; 1  ; ' a  b c ' ; 'a|b c '",
        "''   ; 0  ; '  a b' ; a b"})
    void splits(String delimiter, long mostSplits, String text, String parts) {
        List<Tensor> split = Applied.allTo(new StringSplit(delimiter, mostSplits), strings(text));
        String[] expected = parts.split("\\|", -1);
        assertEquals(Tensor.ofStrings(new long[] {1, expected.length}, expected).toString(),
                split.get(0).toString());
        assertEquals(expected.length, split.get(1).getLong(0));
    }

    @Test
    void padsTheShorterSplits() {
        List<Tensor> split = Applied.allTo(new StringSplit("", -1), strings("a b", "", "c"));
        assertEquals("string[3, 2] {\"a\", \"b\", \"\", \"\", \"c\", \"\"}", split.get(0).toString());
        assertEquals("int64[3] {2, 0, 1}", split.get(1).toString());
        assertEquals("string[0, 0]", Applied.allTo(new StringSplit("", -1), strings()).getFirst().toString());
    }

    @Test
    void normalizes() {
        Tensor days = strings("Monday", "TUESDAY", "monday");
        StringNormalize sensitive = new StringNormalize(CaseChange.UPPER, List.of("monday"), true, "en-US");
        assertEquals("string[2] {\"MONDAY\", \"TUESDAY\"}", Applied.to(sensitive, days).toString());
        StringNormalize insensitive = new StringNormalize(CaseChange.NONE, List.of("MONDAY"), false, "en-US");
        assertEquals("string[1] {\"TUESDAY\"}", Applied.to(insensitive, days).toString());
        assertEquals("string[1, 1] {\"\"}",
                Applied.to(insensitive, Tensor.ofStrings(new long[] {1, 1}, "Monday")).toString());
        assertEquals("string[1] {\"\"}", Applied.to(insensitive, strings()).toString());
        assertEquals("string[1] {\"TITLE\"}", Applied
                .to(new StringNormalize(CaseChange.UPPER, List.of(), false, "nowhere"), strings("title")).toString());
        assertEquals("string[1] {\"T\u0130TLE\"}", Applied
                .to(new StringNormalize(CaseChange.UPPER, List.of(), false, "tr-TR"), strings("title")).toString());
        assertEquals("strings of shape [2, 1], expected [C] or [1, C]",
                Applied.refusal(insensitive, Tensor.ofStrings(new long[] {2, 1}, "a", "b")));
    }

    @Test
    void matches() {
        assertEquals("bool[3] {true, false, false}",
                Applied.to(new RegexMatch("a+"), strings("aa", "ab", "")).toString());
        assertEquals("pattern '(': a group is not closed",
                assertThrows(ModelException.class, () -> new RegexMatch("(")).getMessage());
    }

    private static final Tensor POOL = Tensor.vector(2, 3, 5, 4, 5, 6, 7, 8, 6, 7);
    private static final List<Long> STARTS = List.of(0L, 4L);
    private static final List<Long> COLUMNS = List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L);

    @ParameterizedTest
    @CsvSource({"1, 2, 5, '0 3 1 0 1 3 1'", "2, 2, 0, '0 0 0 0 1 1 1'", "2, 2, 5, '0 0 0 0 1 3 1'",
        "1, 1, 9223372036854775807, '0 3 1 0 0 0 0'"})
    void countsNgrams(long least, long most, long skipped, String counts) {
        NgramCount count = new NgramCount(POOL, STARTS, COLUMNS, least, most, skipped);
        Tensor x = Tensor.vector(1, 1, 3, 3, 3, 7, 8, 6, 7, 5, 6, 8);
        Tensor found = Applied.to(count, Tensor.vector(x.toLongs()));
        StringBuilder text = new StringBuilder();
        for (long i = 0; i < found.size(); i++) {
            text.append(i == 0 ? "" : " ").append((long) found.getDouble(i));
        }
        assertEquals(counts, text.toString());
    }

    @Test
    void countsInEachRow() {
        NgramCount words = new NgramCount(strings("a", "b", "a", "c"), List.of(0L, 2L), List.of(2L, 0L, 1L), 1, 2, 0);
        assertEquals("float32[2, 3] {0.0, 1.0, 1.0, 1.0, 0.0, 0.0}",
                Applied.to(words, Tensor.ofStrings(new long[] {2, 2}, "a", "c", "c", "b")).toString());
        assertEquals("float32[0, 3]", Applied.to(words, Tensor.ofStrings(new long[] {0, 2})).toString());
        assertEquals("items of type int64 and n-grams of type string", Applied.refusal(words, Tensor.vector(1)));
        assertEquals("items of shape [], expected [C] or [N, C]",
                Applied.refusal(words, Tensor.ofStrings(new long[0], "a")));
    }

    @Test
    void refusesNgramsThatAreNone() {
        assertEquals("n-grams of lengths 2 to 1 with up to 0 items skipped", refusal(STARTS, COLUMNS, 2, 1));
        assertEquals("the n-grams of length 2 start at 5 and end at 10 of a pool of 10",
                refusal(List.of(0L, 5L), COLUMNS, 1, 2));
        assertEquals("7 n-grams and columns for 1", refusal(STARTS, List.of(0L), 1, 2));
        assertEquals("a negative or very large column, or none at all",
                refusal(List.of(0L), List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 1L << 40), 1, 1));
    }

    private static String refusal(List<Long> starts, List<Long> columns, long least, long most) {
        return assertThrows(ModelException.class, () -> new NgramCount(POOL, starts, columns, least, most, 0))
                .getMessage();
    }

    @Test
    void looksUp() {
        assertEquals("int64[3] {5, 9, -1}", Applied.to(new Lookup(), strings("b", "a", "c"), strings("a", "b", "a"),
                Tensor.vector(4, 5, 9), Tensor.vector(-1)).toString());
        Tensor numbers = Tensor.ofFloats(new long[] {2, 2}, Float.NaN, -0.0f, 0.0f, 7);
        assertEquals("string[2, 2] {\"nan\", \"zero\", \"zero\", \"?\"}", Applied.to(new Lookup(), numbers,
                Tensor.ofFloats(new long[] {2}, -Float.NaN, 0.0f), strings("nan", "zero"), strings("?")).toString());
        assertEquals("element types int64 and string differ where they must be the same", Applied
                .refusal(new Lookup(), Tensor.vector(1), strings("a"), Tensor.vector(1), Tensor.vector(0)));
        assertEquals("2 keys for 1 values, and 1 for what is missing; expected as many keys as values, and one",
                Applied.refusal(new Lookup(), strings("a"), strings("a", "b"), Tensor.vector(1), Tensor.vector(0)));
        assertEquals("string[0]", Applied.to(new Lookup(), Tensor.allocate(DataType.INT32, 0),
                Tensor.allocate(DataType.INT32, 0), strings(), strings("x")).toString());
    }
}

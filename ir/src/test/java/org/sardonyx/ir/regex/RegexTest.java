package org.sardonyx.ir.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.regex.Pattern;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.ir.ModelException;

class RegexTest {
    private static boolean matches(String pattern, String text) {
        return Regex.compile(pattern).matches(text);
    }

    /// Pattern, texts that match, texts that do not; `ε` is the empty text, `¶` a line break.
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "abc ; abc ; ab abcd Abc",
        "a|bc| ; a bc ε ; b abc",
        "(a|b)*c ; c abbac ; ab d",
        "a+?b?? ; a aab ; b",
        "(a?)* ; ε a aaa ; b",
        "x{2} ; xx ; x xxx",
        "x{1,} ; x xxx ; ε",
        "x{0,2}y ; y xy xxy ; xxxy",
        "x{,2}{ ; x{,2}{ ; xx",
        ". ; a é 𝄞 ; ¶ aa ε",
        "(?s). ; a ¶ ; ε",
        "(?i)straße ; STRAßE ; STRASSE",
        "(?i:a)b ; ab Ab ; AB aB",
        "(?i)a(?-i)b ; Ab ; AB",
        "((?i)a)b ; Ab ; AB",
        "[a-cx-] ; a b c x - ; d",
        "[]a] ; ] a ; b",
        "[^]a] ; b ; ] a",
        "[^a] ; b ¶ ; a ε",
        "(?i)[^a] ; b ; a A",
        "[[:alpha:]_]+ ; aZ_ ; 1 é",
        "[[:^digit:]] ; a ; 1",
        "[a[b]] ; a] [] b] ; a b",
        "[\\d\\-z] ; 7 - z ; a",
        "\\w+\\.\\d\\D\\W ; a_.1a! ; é.1a! a.aa!",
        "\\s\\S ; ¶a ; aa",
        "\\x41\\x{1D11E}\\101\\0a ; A𝄞A\u0000a ; A𝄞A0a",
        "\\pL\\p{Greek}\\P{Lu} ; aαb ; aab aαB",
        "\\p{^Lu} ; a ; A",
        "^a$ ; a ; a¶ ab",
        "(?m)a$¶^b ; a¶b ; ab",
        "(a$¶^b)? ; ε ; a¶b",
        "\\Aa\\z ; a ; b",
        "a\\b-\\bc ; a-c ; abc",
        "a\\Bb ; ab ; a",
        "\\Q.*\\E+ ; .* .** ; a",
        "\\Qa ; a ; Qa",
        "(?P<name>a)(?<other>b)(?:c)(?U)d+ ; abcd ; ab"})
    void followsTheSyntaxOfRe2(String pattern, String matching, String others) {
        String read = pattern.replace("¶", "\n");
        for (String text : matching.split(" ")) {
            assertTrue(matches(read, plain(text)), text);
        }
        for (String text : others.split(" ")) {
            assertFalse(matches(read, plain(text)), text);
        }
    }

    private static String plain(String text) {
        return text.replace("ε", "").replace("¶", "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "(a ; a group is not closed",
        "a) ; a group is closed that was not opened",
        "*a ; there is nothing to repeat",
        "a** ; a repetition is repeated, it needs a group around it",
        "a{1001} ; repeated 1001 times, at most 1000 are supported",
        "a{3,2} ; repeated at least 3 and at most 2 times",
        "((a{100}){100}){100} ; the regular expression needs more than 20000 states",
        "[a ; the regular expression ends where more is expected",
        "a\\ ; the regular expression ends where more is expected",
        "[b-a] ; a range of characters is out of order",
        "[[:word3:]] ; there is no class [:word3:]",
        "\\p{Klingon} ; there is no Unicode category or script 'Klingon'",
        "(a)\\1 ; '\\1' is no part of RE2, such as references back to a group",
        "a(?=b) ; '(?=' is no part of RE2, such as lookaround",
        "a(?<=b) ; a group has no proper name, RE2 does not look behind either",
        "(?<>a) ; a group has an empty name",
        "(?--i)a ; flags are switched off twice"})
    void refusesOtherPatterns(String pattern, String problem) {
        assertEquals("pattern '" + pattern + "': " + problem,
                assertThrows(ModelException.class, () -> Regex.compile(pattern)).getMessage());
    }

    @Test
    void takesLinearTimeAndLittleStack() {
        String text = "a".repeat(100_000);
        assertTimeout(Duration.ofSeconds(20), () -> {
            assertFalse(matches("(a*)*b", text));
            assertFalse(matches("(a|aa)+b", text));
            assertTrue(matches("((a?){50}){1,50}a*", text));
        });
        assertEquals("groups are nested deeper than 250", assertThrows(ModelException.class,
                () -> Regex.compile("(".repeat(100_000))).getMessage().replaceAll(".*: ", ""));
    }

    @Property(tries = 500)
    void agreesWithTheExpressionsOfTheJdk(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        assertEquals(Pattern.matches(pattern, text), matches(pattern, text));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab1 ").ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> patterns() {
        return patterns(3);
    }

    private static Arbitrary<String> patterns(int depth) {
        Arbitrary<String> leaves = Arbitraries.of("a", "b", ".", "\\d", "[ab]", "[^a]", "\\b", "1?", " ");
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<String> inner = patterns(depth - 1);
        return Arbitraries.oneOf(leaves, Combinators.combine(inner, inner).as((a, b) -> a + b),
                Combinators.combine(inner, inner).as((a, b) -> "(" + a + "|" + b + ")"),
                Combinators.combine(inner, Arbitraries.of("*", "+", "?", "{2}", "{1,3}"))
                        .as((a, repetition) -> "(?:" + a + ")" + repetition));
    }
}

package org.sardonyx.frontend.language.syntax;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

import org.sardonyx.frontend.language.grammar.NetParser;

/// Reads texts of the layer language with the parser that ANTLR generates from the grammar.
public final class SourceParser {
    /// Characters in a text at most. The largest network of the zoo has 3,000.
    static final int LONGEST = 1 << 20;

    private SourceParser() {}

    /// Reads a text.
    ///
    /// @param name what to call it in messages
    /// @param diagnostics gets what is wrong with it
    /// @return what could be read
    public static SourceFile parse(String name, String text, Diagnostics diagnostics) {
        diagnostics.source(name, text);
        if (text.length() > LONGEST) {
            diagnostics.add(new Position(name, 1, 1),
                    "the text has " + text.length() + " characters, at most " + LONGEST + " are read");
            return new SourceFile(name, text, List.of());
        }
        SourceLexer lexer = new SourceLexer(name, CharStreams.fromString(text, name), diagnostics, Set.of());
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        if (lexer.givenUp()) {
            return new SourceFile(name, text, List.of());
        }
        Set<Integer> told = new HashSet<>();
        if (!lexer.unclosed().isEmpty()) {
            Set<Integer> unpaired = new HashSet<>();
            for (Token open : lexer.unclosed()) {
                diagnostics.add(new Position(name, open.getLine(), open.getCharPositionInLine() + 1),
                        "'" + open.getText() + "' is not closed");
                unpaired.add(open.getStartIndex());
                told.add(open.getLine());
            }
            tokens = new CommonTokenStream(
                    new SourceLexer(name, CharStreams.fromString(text, name), diagnostics, unpaired));
        }
        NetParser parser = new NetParser(tokens);
        parser.removeErrorListeners();
        SyntaxErrors errors = new SyntaxErrors(name, diagnostics, told);
        return new SourceFile(name, text, new TreeReader(name, diagnostics, errors).declarations(file(parser, errors)));
    }

    /// A text without mistakes is read by the faster of ANTLR's two ways; the other one finds the mistakes.
    private static NetParser.FileContext file(NetParser parser, SyntaxErrors errors) {
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new BailErrorStrategy());
        try {
            return parser.file();
        } catch (ParseCancellationException _) {
            parser.reset();
            parser.getInterpreter().setPredictionMode(PredictionMode.LL);
            parser.setErrorHandler(new DefaultErrorStrategy());
            parser.addErrorListener(errors);
            return parser.file();
        }
    }
}

package org.sardonyx.frontend.language.syntax;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;

/// Finds out whether the parser had to guess.
final class Broken {
    private Broken() {}

    /// Whether there is a mistake anywhere in a part of the tree, which is as deep as brackets are nested.
    static boolean isIn(ParseTree tree) {
        if (tree instanceof ErrorNode || tree instanceof ParserRuleContext context && context.exception != null) {
            return true;
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            if (isIn(tree.getChild(i))) {
                return true;
            }
        }
        return false;
    }
}

package org.sardonyx.frontend.onnxtext;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.sardonyx.frontend.onnx.proto.NodeProto;

/// Reads nodes. After a mistake in one it goes on with the next, so that several mistakes are told at once.
///
/// ```
/// nodes      ::= '{' node* '}'
/// node       ::= ('[' name ']')? names? '=' operator attributes? '(' names? ')' attributes?
/// operator   ::= (name '.')* name (':' name)?                                           domain, operator, overload
/// names      ::= name? (',' name?)*                                                    nothing is an empty name
/// attributes ::= '<' attribute (',' attribute)* '>'
/// ```
final class NodeParser {
    private final Cursor cursor;
    private final AttributeParser attributes;

    NodeParser(Cursor cursor) {
        this.cursor = cursor;
        this.attributes = new AttributeParser(cursor);
    }

    /// Reads a list of nodes in braces.
    void nodes(Supplier<NodeProto.Builder> nodes) {
        int open = cursor.offset();
        cursor.expect('{');
        while (!cursor.accept('}')) {
            int depth = cursor.depth();
            if (cursor.atEnd()) {
                throw new SyntaxProblem(open, "the list of nodes is not closed");
            }
            try {
                node(nodes.get());
            } catch (SyntaxProblem problem) {
                cursor.report(problem.offset(), problem.getMessage());
                cursor.resume(problem.offset(), depth);
            }
        }
    }

    private void node(NodeProto.Builder node) {
        cursor.enter();
        if (cursor.accept('[')) {
            if (cursor.peek() != ']') {
                node.setName(cursor.name("the name of a node"));
            }
            cursor.expect(']');
        }
        names(node::addOutput);
        cursor.expect('=');
        operator(node);
        attributes(node);
        cursor.expect('(');
        names(node::addInput);
        cursor.expect(')');
        if (node.getAttributeCount() == 0) {
            attributes(node);
        }
        new MessageParser(cursor).annotation("node", node);
        cursor.leave();
    }

    /// An empty name at the end counts only if it is written as `""`.
    private void names(Consumer<String> names) {
        boolean more = true;
        while (more) {
            char next = cursor.peek();
            if (next == '"' || Identifiers.starts(next)) {
                names.accept(cursor.name(GraphParser.VALUE));
                more = cursor.accept(',');
            } else {
                more = cursor.accept(',');
                if (more) {
                    names.accept("");
                }
            }
        }
    }

    private void operator(NodeProto.Builder node) {
        String name = cursor.name("the name of an operator");
        StringBuilder domain = new StringBuilder();
        while (cursor.accept('.')) {
            domain.append(domain.isEmpty() ? "" : ".").append(name);
            name = cursor.name("the name of an operator");
        }
        node.setOpType(name);
        if (!domain.isEmpty()) {
            node.setDomain(domain.toString());
        }
        if (cursor.accept(':')) {
            node.setOverload(cursor.name("the name of an overload"));
        }
    }

    private void attributes(NodeProto.Builder node) {
        if (cursor.accept('<')) {
            do {
                node.addAttribute(attributes.attribute());
            } while (cursor.accept(','));
            cursor.expect('>');
        }
    }
}

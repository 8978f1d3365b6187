package org.sardonyx.frontend.onnxtext;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

import org.sardonyx.frontend.onnx.proto.FunctionProto;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.frontend.onnx.proto.OperatorSetIdProto;
import org.sardonyx.frontend.onnx.proto.ValueInfoProto;
import org.sardonyx.frontend.protobuf.HeapBudget;
import org.sardonyx.ir.ModelException;

/// Reads a whole model.
///
/// ```
/// model    ::= header? graph function*
/// header   ::= '<' key ':' value (',' key ':' value)* '>'
/// function ::= header? name ('<' (name | attribute) (',' (name | attribute))* '>')?
///              '(' values? ')' '=>' '(' values? ')' ('<' values? '>')? nodes
/// ```
final class ModelParser {
    private final Cursor cursor;
    private final SyntaxProblems problems;

    private ModelParser(Cursor cursor, SyntaxProblems problems) {
        this.cursor = cursor;
        this.problems = problems;
    }

    /// @throws ModelException with all problems of the text that were found, or if the model would take too much heap
    static ModelProto parse(SourceText source, HeapBudget budget) {
        SyntaxProblems problems = new SyntaxProblems(source);
        ModelProto.Builder model = ModelProto.newBuilder();
        try {
            new ModelParser(new Cursor(source.text(), problems, budget), problems).read(model);
        } catch (SyntaxProblems.Enough _) {
            // The problems are told below.
        } catch (ModelException e) {
            throw e.at(source.name());
        }
        problems.throwIfAny();
        return model.build();
    }

    private void read(ModelProto.Builder model) {
        try {
            model(model);
        } catch (SyntaxProblem problem) {
            problems.add(problem.offset(), problem.getMessage());
        }
    }

    private void model(ModelProto.Builder model) {
        header(key -> {
            switch (key) {
                case "ir_version" -> model.setIrVersion(number());
                case "opset_import" -> opsets(model::addOpsetImportBuilder);
                case "producer_name" -> model.setProducerName(cursor.string());
                case "producer_version" -> model.setProducerVersion(cursor.string());
                case "domain" -> model.setDomain(cursor.string());
                case "model_version" -> model.setModelVersion(number());
                case "doc_string" -> model.setDocString(cursor.string());
                case "metadata_props" -> metadata(model);
                default -> {
                    return "ir_version, opset_import, producer_name, producer_version, domain, model_version, doc_string "
                            + "and metadata_props";
                }
            }
            return "";
        });
        MessageParser messages = new MessageParser(cursor);
        messages.annotation("model", model);
        new GraphParser(cursor).main(model.getGraphBuilder());
        while (!cursor.atEnd()) {
            function(model.addFunctionsBuilder());
        }
    }

    private interface Header {
        /// Reads the value of a key.
        ///
        /// @return the keys there are, if this is none of them, otherwise nothing
        String value(String key);
    }

    private void header(Header header) {
        if (!cursor.accept('<')) {
            return;
        }
        Set<String> given = new HashSet<>();
        do {
            int start = cursor.offset();
            String key = cursor.identifier("a key of the header");
            cursor.expect(':');
            if (!given.add(key)) {
                problems.add(start, "`" + key + "` is given twice");
            }
            String keys = header.value(key);
            if (!keys.isEmpty()) {
                throw new SyntaxProblem(start, "`" + key + "` is no key of the header; these are " + keys);
            }
        } while (cursor.accept(','));
        cursor.expect('>');
    }

    private long number() {
        return new Numbers(cursor).whole(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private void opsets(Supplier<OperatorSetIdProto.Builder> opsets) {
        cursor.expect('[');
        if (!cursor.accept(']')) {
            do {
                OperatorSetIdProto.Builder opset = opsets.get().setDomain(cursor.string());
                cursor.expect(':');
                opset.setVersion(number());
            } while (cursor.accept(','));
            cursor.expect(']');
        }
    }

    private void metadata(ModelProto.Builder model) {
        cursor.expect('[');
        if (!cursor.accept(']')) {
            do {
                var entry = model.addMetadataPropsBuilder().setKey(cursor.string());
                cursor.expect(':');
                entry.setValue(cursor.string());
            } while (cursor.accept(','));
            cursor.expect(']');
        }
    }

    private void function(FunctionProto.Builder function) {
        cursor.enter();
        header(key -> {
            switch (key) {
                case "domain" -> function.setDomain(cursor.string());
                case "overload" -> function.setOverload(cursor.string());
                case "opset_import" -> opsets(function::addOpsetImportBuilder);
                case "doc_string" -> function.setDocString(cursor.string());
                default -> {
                    return "domain, overload, opset_import and doc_string";
                }
            }
            return "";
        });
        function.setName(cursor.name("the name of a function"));
        if (cursor.accept('<')) {
            do {
                attribute(function);
            } while (cursor.accept(','));
            cursor.expect('>');
        }
        values(function, function::addInput);
        cursor.expectArrow();
        values(function, function::addOutput);
        if (cursor.accept('<')) {
            new GraphParser(cursor).values(function::addValueInfoBuilder, '>');
        }
        new NodeParser(cursor).nodes(function::addNodeBuilder);
        new MessageParser(cursor).annotation("function", function);
        cursor.leave();
    }

    private void attribute(FunctionProto.Builder function) {
        AttributeParser attributes = new AttributeParser(cursor);
        if (cursor.peek() == '{') {
            function.addAttributeProto(attributes.attribute());
            return;
        }
        String name = cursor.name("the name of an attribute");
        if (cursor.peek() == ':' || cursor.peek() == '=') {
            function.addAttributeProto(attributes.attribute(name));
        } else {
            function.addAttribute(name);
        }
    }

    private interface Names {
        void add(String name);
    }

    private void values(FunctionProto.Builder function, Names names) {
        cursor.expect('(');
        if (cursor.accept(')')) {
            return;
        }
        do {
            TypeParser types = new TypeParser(cursor);
            ValueInfoProto.Builder value = types.isNext() ? function.addValueInfoBuilder() : null;
            if (value != null) {
                types.type(value.getTypeBuilder());
            }
            String name = cursor.name(GraphParser.VALUE);
            names.add(name);
            if (value != null) {
                value.setName(name);
            }
        } while (cursor.accept(','));
        cursor.expect(')');
    }
}

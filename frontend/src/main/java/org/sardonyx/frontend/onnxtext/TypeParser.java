package org.sardonyx.frontend.onnxtext;

import org.sardonyx.frontend.onnx.proto.TensorShapeProto;
import org.sardonyx.frontend.onnx.proto.TypeProto;

/// Reads types.
///
/// ```
/// type   ::= tensor | 'seq' '(' type ')' | 'optional' '(' type ')' | 'map' '(' element ',' type ')'
///          | 'sparse_tensor' '(' tensor ')' | 'opaque' '(' ((name '.')* name (',' name)?)? ')'
/// tensor ::= element | element '[' ']' | element '[' size (',' size)* ']'      a scalar, of unknown rank, of known rank
/// size   ::= number | name | '?'
/// ```
final class TypeParser {
    private static final String ELEMENT_TYPE = "an element type such as `float`";

    private final Cursor cursor;

    TypeParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /// Whether a type comes next.
    boolean isNext() {
        return Identifiers.startsType(cursor.peekIdentifier());
    }

    void type(TypeProto.Builder type) {
        cursor.enter();
        int start = cursor.offset();
        String word = cursor.identifier("a type");
        if (ElementType.of(word).isPresent()) {
            TypeProto.Tensor.Builder tensor = type.getTensorTypeBuilder();
            tensor.setElemType(ElementType.of(word).get().code());
            shape(tensor::getShapeBuilder);
        } else {
            switch (word) {
                case "seq" -> element(type.getSequenceTypeBuilder()::getElemTypeBuilder);
                case "optional" -> element(type.getOptionalTypeBuilder()::getElemTypeBuilder);
                case "map" -> map(type.getMapTypeBuilder());
                case "sparse_tensor" -> {
                    cursor.expect('(');
                    TypeProto.SparseTensor.Builder tensor = type.getSparseTensorTypeBuilder();
                    tensor.setElemType(elementType().code());
                    shape(tensor::getShapeBuilder);
                    cursor.expect(')');
                }
                case "opaque" -> opaque(type.getOpaqueTypeBuilder());
                default -> throw new SyntaxProblem(start, "expected a type, found `" + word + "`");
            }
        }
        new MessageParser(cursor).annotation("type", type);
        cursor.leave();
    }

    private interface Part<B> {
        B builder();
    }

    private void element(Part<TypeProto.Builder> element) {
        cursor.expect('(');
        type(element.builder());
        cursor.expect(')');
    }

    private void map(TypeProto.Map.Builder map) {
        cursor.expect('(');
        map.setKeyType(elementType().code());
        cursor.expect(',');
        type(map.getValueTypeBuilder());
        cursor.expect(')');
    }

    private ElementType elementType() {
        int start = cursor.offset();
        String word = cursor.identifier(ELEMENT_TYPE);
        return ElementType.of(word).orElseThrow(
                () -> new SyntaxProblem(start, "expected " + ELEMENT_TYPE + ", found `" + word + "`"));
    }

    private void opaque(TypeProto.Opaque.Builder opaque) {
        cursor.expect('(');
        if (cursor.accept(')')) {
            return;
        }
        StringBuilder name = new StringBuilder(cursor.name("a name"));
        while (cursor.accept('.')) {
            name.append('.').append(cursor.identifier("a name"));
        }
        if (cursor.accept(',')) {
            opaque.setDomain(name.toString()).setName(cursor.name("a name"));
        } else {
            opaque.setName(name.toString());
        }
        cursor.expect(')');
    }

    private void shape(Part<TensorShapeProto.Builder> part) {
        if (!cursor.accept('[')) {
            part.builder();
        } else if (!cursor.accept(']')) {
            TensorShapeProto.Builder shape = part.builder();
            do {
                size(shape.addDimBuilder());
            } while (cursor.accept(','));
            cursor.expect(']');
        }
    }

    private void size(TensorShapeProto.Dimension.Builder size) {
        cursor.budget().message();
        char next = cursor.peek();
        if (cursor.accept('?')) {
            size.clearValue();
        } else if (next == '"' || Identifiers.starts(next)) {
            size.setDimParam(cursor.name("a size"));
        } else if (next == '-' || Identifiers.isDigit(next)) {
            size.setDimValue(new Numbers(cursor).whole(Long.MIN_VALUE, Long.MAX_VALUE));
        } else {
            throw cursor.expected("a size: a number, a name or `?`");
        }
        new MessageParser(cursor).annotation("dimension", size);
    }
}

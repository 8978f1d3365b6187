package org.sardonyx.frontend.onnxtext;

import java.util.Optional;

import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.frontend.onnx.proto.TypeProto;

/// Reads tensors. Numbers become `raw_data`, whichever field they stood in when the text was printed; strings, and the
/// floats of 6 bits, stand in the field for their type.
///
/// ```
/// tensor ::= tensor-type name? '='? data
/// data   ::= '{' (literal (',' literal)*)? '}' | '[' string ':' string (',' string ':' string)* ']'
/// ```
final class TensorParser {
    private final Cursor cursor;
    private final Numbers numbers;

    TensorParser(Cursor cursor) {
        this.cursor = cursor;
        this.numbers = new Numbers(cursor);
    }

    /// Reads a tensor with its type and perhaps a name.
    void tensor(TensorProto.Builder tensor) {
        int start = cursor.offset();
        TypeProto.Builder type = TypeProto.newBuilder();
        new TypeParser(cursor).type(type);
        rest(tensor, start, type);
    }

    /// Reads what follows the type of a tensor.
    ///
    /// @param typeOffset where the type stands
    void rest(TensorProto.Builder tensor, int typeOffset, TypeProto.Builder type) {
        if (cursor.peek() == '"' || Identifiers.starts(cursor.peek())) {
            tensor.setName(cursor.name("a name"));
        }
        cursor.accept('=');
        data(tensor, typeOffset, type);
    }

    /// Reads the elements, or where they are, and an annotation.
    void data(TensorProto.Builder tensor, int typeOffset, TypeProto.Builder type) {
        ElementType elements = shape(tensor, typeOffset, type);
        int start = cursor.offset();
        if (cursor.accept('{')) {
            long expected = literals(tensor.getDimsList(), elements).orElseThrow(
                    () -> new SyntaxProblem(typeOffset, "a tensor of " + sizes(tensor) + " is too large"));
            long found = literals(tensor, elements);
            if (expected != found) {
                cursor.report(start, "a tensor of " + sizes(tensor) + " takes " + expected
                        + " literals of type `" + elements.text() + "`, found " + found);
            }
        } else if (cursor.accept('[')) {
            tensor.setDataLocation(TensorProto.DataLocation.EXTERNAL);
            do {
                var entry = tensor.addExternalDataBuilder().setKey(cursor.string());
                cursor.expect(':');
                entry.setValue(cursor.string());
            } while (cursor.accept(','));
            cursor.expect(']');
        } else {
            throw cursor.expected("`{` and the elements, or `[` and the place of external data");
        }
        new MessageParser(cursor).annotation("tensor", tensor);
    }

    private static ElementType shape(TensorProto.Builder tensor, int typeOffset, TypeProto.Builder type) {
        if (!type.hasTensorType()) {
            throw new SyntaxProblem(typeOffset, "data needs a tensor type");
        }
        if (!type.getTensorType().hasShape()) {
            throw new SyntaxProblem(typeOffset, "data needs a type with all its sizes");
        }
        tensor.setDataType(type.getTensorType().getElemType());
        for (var size : type.getTensorType().getShape().getDimList()) {
            if (!size.hasDimValue() || size.getDimValue() < 0) {
                throw new SyntaxProblem(typeOffset, "data needs a type whose sizes are numbers from 0 on");
            }
            tensor.addDims(size.getDimValue());
        }
        return ElementType.of(tensor.getDataType()).orElseThrow();
    }

    private static String sizes(TensorProto.Builder tensor) {
        return tensor.getDimsCount() == 0 ? "rank 0" : "shape " + tensor.getDimsList();
    }

    /// How many literals a tensor of these sizes takes; empty beyond the range of numbers.
    static Optional<Long> literals(Iterable<Long> sizes, ElementType elements) {
        try {
            long count = 1;
            boolean empty = false;
            for (long size : sizes) {
                empty |= size == 0;
                count = empty ? 0 : Math.multiplyExact(count, size);
            }
            return Optional.of(elements.literals(count));
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }

    private long literals(TensorProto.Builder tensor, ElementType elements) {
        Elements raw = new Elements(cursor.budget());
        long count = 0;
        if (!cursor.accept('}')) {
            do {
                count++;
                literal(tensor, elements, raw);
            } while (cursor.accept(','));
            cursor.expect('}');
        }
        if (elements.bytes() > 0) {
            tensor.setRawData(raw.finish());
        }
        return count;
    }

    private void literal(TensorProto.Builder tensor, ElementType elements, Elements raw) {
        switch (elements.form()) {
            case STRING -> tensor.addStringData(cursor.bytes());
            case FLOAT -> {
                int start = cursor.offset();
                raw.add(Float.floatToRawIntBits(numbers.toFloat(cursor.number(), start)), Float.BYTES);
            }
            case DOUBLE -> {
                int start = cursor.offset();
                raw.add(Double.doubleToRawLongBits(numbers.toDouble(cursor.number(), start)), Double.BYTES);
            }
            case UNSIGNED -> raw.add(numbers.unsigned(), Long.BYTES);
            case INTEGER -> {
                long value = numbers.whole(elements.least(), elements.greatest());
                if (elements.bytes() > 0) {
                    raw.add(value, elements.bytes());
                } else {
                    tensor.addInt32Data((int) value);
                }
            }
        }
    }
}

package org.sardonyx.ir.text;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.MapType;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// Reads what [AttributePrinter] writes, and types.
final class AttributeParser {
    private static final int MAXIMUM_DEPTH = 50;

    private final Scanner scanner;
    private final List<Tensor> tensors;
    private final Supplier<Graph> graphs;
    private int depth;

    AttributeParser(Scanner scanner, List<Tensor> tensors, Supplier<Graph> graphs) {
        this.scanner = scanner;
        this.tensors = tensors;
        this.graphs = graphs;
    }

    /// The braces may be left out if the record has no components.
    Record record(Class<? extends Record> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        if (components.length > 0) {
            scanner.expect("{");
        }
        for (int i = 0; i < components.length; i++) {
            if (i > 0) {
                scanner.expect(",");
            }
            scanner.expect(components[i].getName());
            scanner.expect("=");
            values[i] = value(components[i].getGenericType());
        }
        if (components.length > 0) {
            scanner.expect("}");
        }
        return Components.make(type, values);
    }

    private Object value(Type type) {
        if (++depth > MAXIMUM_DEPTH) {
            throw scanner.error("nested deeper than " + MAXIMUM_DEPTH);
        }
        Object value = switch (type) {
            case ParameterizedType generic when generic.getRawType() == List.class ->
                    list(generic.getActualTypeArguments()[0]);
            case ParameterizedType generic when generic.getRawType() == Optional.class ->
                    scanner.accept("none") ? Optional.empty() : Optional.of(value(generic.getActualTypeArguments()[0]));
            case Class<?> plain -> plain(plain);
            default -> throw new IllegalStateException("no text for an attribute of " + type);
        };
        depth--;
        return value;
    }

    private List<Object> list(Type element) {
        List<Object> elements = new ArrayList<>();
        scanner.expect("[");
        while (!scanner.accept("]")) {
            if (!elements.isEmpty()) {
                scanner.expect(",");
            }
            elements.add(value(element));
        }
        return elements;
    }

    private Object plain(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return flag();
        } else if (type == int.class || type == Integer.class) {
            return (int) scanner.integer();
        } else if (type == long.class || type == Long.class) {
            return scanner.integer();
        } else if (type == double.class || type == Double.class) {
            return scanner.number();
        } else if (type == float.class || type == Float.class) {
            return (float) scanner.number();
        } else if (type == String.class) {
            return scanner.quoted();
        } else if (type == DataType.class) {
            return dataType();
        } else if (type.isEnum()) {
            return constant(type);
        } else if (type == Dimension.class) {
            return dimension(",]}");
        } else if (ValueType.class.isAssignableFrom(type)) {
            return type();
        } else if (type == Tensor.class) {
            return tensor();
        } else if (type == Graph.class) {
            return graphs.get();
        } else if (type.isRecord()) {
            return nestedRecord(type.asSubclass(Record.class));
        }
        throw new IllegalStateException("no text for an attribute of " + type);
    }

    private Record nestedRecord(Class<? extends Record> type) {
        if (type.getRecordComponents().length == 0) {
            scanner.expect("{");
            scanner.expect("}");
        }
        return record(type);
    }

    private boolean flag() {
        String word = scanner.word();
        if (!word.equals("true") && !word.equals("false")) {
            throw scanner.error("'" + word + "' is neither true nor false");
        }
        return word.equals("true");
    }

    private Object constant(Class<?> type) {
        String word = scanner.word();
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(word)) {
                return constant;
            }
        }
        throw scanner.error("'" + word + "' is no " + type.getSimpleName());
    }

    private DataType dataType() {
        String word = scanner.word();
        return DataType.parse(word).orElseThrow(() -> scanner.error("'" + word + "' is no element type"));
    }

    private Dimension dimension(String stops) {
        String text = scanner.until(stops);
        try {
            return Dimension.parse(text);
        } catch (IllegalArgumentException e) {
            throw scanner.error(e.getMessage());
        }
    }

    /// `[N, 3]`
    List<Dimension> dimensions() {
        List<Dimension> dimensions = new ArrayList<>();
        scanner.expect("[");
        while (!scanner.accept("]")) {
            if (!dimensions.isEmpty()) {
                scanner.expect(",");
            }
            dimensions.add(dimension(",]"));
        }
        return dimensions;
    }

    ValueType type() {
        if (++depth > MAXIMUM_DEPTH) {
            throw scanner.error("nested deeper than " + MAXIMUM_DEPTH);
        }
        ValueType type;
        if (scanner.accept("sequence(")) {
            type = new SequenceType(type());
            scanner.expect(")");
        } else if (scanner.accept("optional(")) {
            type = new OptionalType(type());
            scanner.expect(")");
        } else if (scanner.accept("map(")) {
            DataType key = dataType();
            scanner.expect(",");
            type = new MapType(key, type());
            scanner.expect(")");
        } else {
            DataType element = dataType();
            type = new TensorType(element, scanner.accept("[*]") ? Shape.UNKNOWN : Shape.of(dimensions()));
        }
        depth--;
        return type;
    }

    private Tensor tensor() {
        if (!(type() instanceof TensorType type) || !type.shape().isStatic()) {
            throw scanner.error("expected a tensor of fixed shape");
        }
        if (scanner.accept("@")) {
            long number = scanner.integer();
            if (number < 1 || number > tensors.size() || !tensors.get((int) number - 1).type().equals(type)) {
                throw scanner.error("no tensor @" + number + " of type " + type + " goes with the text");
            }
            return tensors.get((int) number - 1);
        }
        if (Tensor.elementCount(type.shape().sizes()) > AttributePrinter.MOST_ELEMENTS) {
            throw scanner.error("a tensor of more than " + AttributePrinter.MOST_ELEMENTS + " elements is spelled out");
        }
        Tensor tensor = Tensor.allocate(type.dataType(), type.shape().sizes());
        scanner.expect("{");
        for (long i = 0; i < tensor.size(); i++) {
            if (i > 0) {
                scanner.expect(",");
            }
            element(tensor, i);
        }
        scanner.expect("}");
        return tensor;
    }

    private void element(Tensor tensor, long index) {
        switch (tensor.dataType().kind()) {
            case STRING -> tensor.setString(index, scanner.quoted());
            case COMPLEX -> tensor.setComplex(index, scanner.number(), scanner.number());
            case BOOL -> tensor.setBoolean(index, flag());
            case SIGNED, UNSIGNED -> tensor.setLong(index, scanner.integer());
            case FLOAT -> {
                if (scanner.accept("0x")) {
                    String digits = scanner.word();
                    try {
                        tensor.setBits(index, Long.parseUnsignedLong(digits, 16));
                    } catch (NumberFormatException _) {
                        throw new ModelException("'0x" + digits + "' are not the bits of an element");
                    }
                } else {
                    tensor.setDouble(index, scanner.number());
                }
            }
        }
    }
}

package org.sardonyx.ir.text;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// Prints the components of a record as `{name = value, ...}`. What is printed for a value depends on its type alone, so
/// that [AttributeParser], which knows the type of each component, can read it.
final class AttributePrinter {
    /// Larger tensors are referred to by number.
    static final int MOST_ELEMENTS = 16;

    private final List<Tensor> tensors;
    private final Function<Graph, String> graphs;

    AttributePrinter(List<Tensor> tensors, Function<Graph, String> graphs) {
        this.tensors = tensors;
        this.graphs = graphs;
    }

    /// Empty for a record without components.
    String print(Record record) {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        text.setEmptyValue("");
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            text.add(component.getName() + " = " + value(Components.get(record, component)));
        }
        return text.toString();
    }

    private String value(Object value) {
        return switch (value) {
            case Boolean flag -> flag.toString();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case Double number -> number.toString();
            case Float number -> number.toString();
            case String string -> Quoted.of(string);
            case DataType type -> type.text();
            case Enum<?> constant -> constant.name();
            case Dimension dimension -> dimension.toString();
            case ValueType type -> type.toString();
            case Tensor tensor -> tensor(tensor);
            case Graph graph -> graphs.apply(graph);
            case List<?> list -> list.stream().map(this::value).collect(Collectors.joining(", ", "[", "]"));
            case Optional<?> optional -> optional.map(this::value).orElse("none");
            case Record record -> {
                String printed = print(record);
                yield printed.isEmpty() ? "{}" : printed;
            }
            default -> throw new IllegalStateException("no text for an attribute of " + value.getClass());
        };
    }

    private String tensor(Tensor tensor) {
        if (tensor.size() > MOST_ELEMENTS) {
            tensors.add(tensor);
            return tensor.type() + " @" + tensors.size();
        }
        StringJoiner elements = new StringJoiner(", ", " {", "}");
        for (long i = 0; i < tensor.size(); i++) {
            elements.add(element(tensor, i));
        }
        return tensor.type() + elements.toString();
    }

    /// A number if it reads back as the same bits, else the bits.
    private static String element(Tensor tensor, long index) {
        return switch (tensor.dataType().kind()) {
            case STRING -> Quoted.of(tensor.getString(index));
            case COMPLEX -> tensor.getDouble(index) + " " + tensor.getImaginary(index);
            case BOOL -> Boolean.toString(tensor.getBoolean(index));
            case SIGNED, UNSIGNED -> Long.toString(tensor.getLong(index));
            case FLOAT -> {
                double number = tensor.getDouble(index);
                long bits = tensor.getBits(index);
                String shortest = tensor.dataType() == DataType.FLOAT64
                        ? Double.toString(number)
                        : Float.toString((float) number);
                boolean exact = tensor.dataType().encode(Double.parseDouble(shortest)) == bits;
                yield exact ? shortest : "0x" + Long.toHexString(bits);
            }
        };
    }
}

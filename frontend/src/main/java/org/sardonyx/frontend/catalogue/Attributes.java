package org.sardonyx.frontend.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// The attributes of a node, read by name and type. Each getter applies the operator's default; one without a default
/// requires the attribute. A value of another type than asked for is a [ModelException].
public final class Attributes {
    private final Map<String, Object> values;

    /// @param values [Long], [Float], [String], [Tensor], [Subgraph], [ValueType], or a [List] of one of them
    public Attributes(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    public Set<String> names() {
        return values.keySet();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    private <T> Optional<T> find(String name, Class<T> type, String expected) {
        Object value = values.get(name);
        if (value == null || type.isInstance(value)) {
            return Optional.ofNullable(value).map(type::cast);
        }
        throw new ModelException("attribute '" + name + "' is " + describe(value) + ", expected " + expected);
    }

    private <T> Optional<List<T>> findList(String name, Class<T> type, String expected) {
        Optional<List<?>> list = find(name, List.class, "a list of " + expected).map(found -> (List<?>) found);
        if (list.isPresent() && !list.get().stream().allMatch(type::isInstance)) {
            throw new ModelException(
                    "attribute '" + name + "' is " + describe(list.get()) + ", expected a list of " + expected);
        }
        return list.map(found -> found.stream().map(type::cast).toList());
    }

    private static String describe(Object value) {
        return switch (value) {
            case Long number -> "the integer " + number;
            case Float number -> "the number " + number;
            case String text -> "the text '" + text + "'";
            case Tensor tensor -> "a tensor " + tensor.type();
            case Subgraph _ -> "a graph";
            case List<?> list when list.isEmpty() -> "an empty list";
            case List<?> list -> "a list with " + describe(list.getFirst());
            default -> "the type " + value;
        };
    }

    private static ModelException missing(String name) {
        return new ModelException("attribute '" + name + "' is missing");
    }

    public Optional<Long> integer(String name) {
        return find(name, Long.class, "an integer");
    }

    public long integer(String name, long byDefault) {
        return integer(name).orElse(byDefault);
    }

    public long requireInteger(String name) {
        return integer(name).orElseThrow(() -> missing(name));
    }

    /// An integer read as a truth value.
    public boolean flag(String name, boolean byDefault) {
        return integer(name).map(value -> value != 0).orElse(byDefault);
    }

    public Optional<Double> number(String name) {
        return find(name, Float.class, "a number").map(Float::doubleValue);
    }

    public double number(String name, double byDefault) {
        return number(name).orElse(byDefault);
    }

    public double requireNumber(String name) {
        return number(name).orElseThrow(() -> missing(name));
    }

    public Optional<String> text(String name) {
        return find(name, String.class, "a text");
    }

    public String text(String name, String byDefault) {
        return text(name).orElse(byDefault);
    }

    /// A text that is one of a few words.
    ///
    /// @throws ModelException if it is none of them
    public String word(String name, String byDefault, String... words) {
        String word = text(name, byDefault);
        if (!List.of(words).contains(word)) {
            throw new ModelException("attribute '" + name + "' is '" + word + "', expected one of " + List.of(words));
        }
        return word;
    }

    public Optional<long[]> integers(String name) {
        return findList(name, Long.class, "integers")
                .map(list -> list.stream().mapToLong(Long::longValue).toArray());
    }

    public long[] integers(String name, long... byDefault) {
        return integers(name).orElse(byDefault);
    }

    public long[] requireIntegers(String name) {
        return integers(name).orElseThrow(() -> missing(name));
    }

    public Optional<double[]> numbers(String name) {
        return findList(name, Float.class, "numbers")
                .map(list -> list.stream().mapToDouble(Float::doubleValue).toArray());
    }

    public Optional<List<String>> texts(String name) {
        return findList(name, String.class, "texts");
    }

    public Optional<Tensor> tensor(String name) {
        return find(name, Tensor.class, "a tensor");
    }

    public Optional<ValueType> type(String name) {
        return find(name, ValueType.class, "a type");
    }

    public Optional<Subgraph> graph(String name) {
        return find(name, Subgraph.class, "a graph");
    }

    public Subgraph requireGraph(String name) {
        return graph(name).orElseThrow(() -> missing(name));
    }

    /// An element type given by its number in TensorProto.DataType.
    public Optional<DataType> dataType(String name) {
        return integer(name).map(code -> DataType.ofOnnxCode((int) Math.clamp(code, -1L, Integer.MAX_VALUE))
                .orElseThrow(() -> new ModelException(
                        "attribute '" + name + "' is " + code + ", which is no element type")));
    }

    public DataType requireDataType(String name) {
        return dataType(name).orElseThrow(() -> missing(name));
    }

    /// The value of a node of the operator
    /// [Constant](https://onnx.ai/onnx/operators/onnx__Constant.html), whichever of its attributes holds it.
    public Tensor constant() {
        return tensor("value")
                .or(() -> tensor("sparse_value"))
                .or(() -> integer("value_int").map(Tensor::scalar))
                .or(() -> integers("value_ints").map(Tensor::vector))
                .or(() -> number("value_float").map(value -> Tensor.scalar(DataType.FLOAT32, value)))
                .or(() -> numbers("value_floats")
                        .map(values -> Tensor.ofDoubles(DataType.FLOAT32, new long[] {values.length}, values)))
                .or(() -> text("value_string").map(value -> Tensor.ofStrings(new long[0], value)))
                .or(() -> texts("value_strings").map(
                        values -> Tensor.ofStrings(new long[] {values.size()}, values.toArray(String[]::new))))
                .orElseThrow(() -> new ModelException("none of the attributes that hold the value is there"));
    }
}

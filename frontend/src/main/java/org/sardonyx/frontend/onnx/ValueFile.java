package org.sardonyx.frontend.onnx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.google.protobuf.ByteString;

import org.sardonyx.frontend.onnx.proto.MapProto;
import org.sardonyx.frontend.onnx.proto.OptionalProto;
import org.sardonyx.frontend.onnx.proto.SequenceProto;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.MapType;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.MapValue;
import org.sardonyx.ir.value.OptionalValue;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Reads files that hold one value each, such as the `input_0.pb` of a test: a TensorProto, SequenceProto, OptionalProto
/// or MapProto. Which of them a file holds cannot be told from its bytes; the declared type of the input says it.
public final class ValueFile {
    private final TensorReader tensors = new TensorReader(ExternalData.none());

    private ValueFile() {}

    /// Reads a value.
    ///
    /// @param type what the file is to hold; the shape and element type of a tensor are as the file says
    /// @throws ModelException if it cannot be read, or holds a value of another kind
    public static Value read(Path file, ValueType type) {
        ValueFile reader = new ValueFile();
        return switch (type) {
            case TensorType _ -> convert(file, OnnxFile.readTensor(file), reader.tensors::read);
            case SequenceType(ValueType element) ->
                    convert(file, OnnxFile.readSequence(file), proto -> reader.sequence(proto, element));
            case OptionalType(ValueType element) ->
                    convert(file, OnnxFile.readOptional(file), proto -> reader.optional(proto, element));
            case MapType map -> convert(file, OnnxFile.readMap(file), proto -> reader.map(proto, map));
        };
    }

    private static <P> Value convert(Path file, P proto, Function<P, Value> conversion) {
        try {
            return conversion.apply(proto);
        } catch (ModelException e) {
            throw e.at(file.toString());
        }
    }

    private SequenceValue sequence(SequenceProto proto, ValueType element) {
        List<Value> elements = elements(proto, element);
        int stored = proto.getTensorValuesCount() + proto.getSparseTensorValuesCount() + proto.getSequenceValuesCount()
                + proto.getMapValuesCount() + proto.getOptionalValuesCount();
        if (stored != elements.size()) {
            throw new ModelException(
                    "a sequence with elements of another kind where elements of type " + element + " are expected");
        }
        return new SequenceValue(element, elements);
    }

    private List<Value> elements(SequenceProto proto, ValueType element) {
        List<Value> elements = new ArrayList<>();
        switch (element) {
            case TensorType _ -> {
                proto.getTensorValuesList().forEach(tensor -> elements.add(tensors.read(tensor)));
                proto.getSparseTensorValuesList().forEach(tensor -> elements.add(tensors.read(tensor)));
            }
            case SequenceType(ValueType inner) ->
                    proto.getSequenceValuesList().forEach(sequence -> elements.add(sequence(sequence, inner)));
            case OptionalType(ValueType inner) ->
                    proto.getOptionalValuesList().forEach(optional -> elements.add(optional(optional, inner)));
            case MapType map -> proto.getMapValuesList().forEach(entry -> elements.add(map(entry, map)));
        }
        return elements;
    }

    private OptionalValue optional(OptionalProto proto, ValueType element) {
        boolean declared = proto.getElemType() != OptionalProto.DataType.UNDEFINED_VALUE;
        boolean stored = proto.hasTensorValue() || proto.hasSparseTensorValue() || proto.hasSequenceValue()
                || proto.hasMapValue() || proto.hasOptionalValue();
        if (!declared || !stored) {
            return OptionalValue.empty(element);
        }
        Optional<Value> value = switch (element) {
            case TensorType _ when proto.hasTensorValue() -> Optional.of(tensors.read(proto.getTensorValue()));
            case TensorType _ when proto.hasSparseTensorValue() ->
                    Optional.of(tensors.read(proto.getSparseTensorValue()));
            case SequenceType(ValueType inner) when proto.hasSequenceValue() ->
                    Optional.of(sequence(proto.getSequenceValue(), inner));
            case OptionalType(ValueType inner) when proto.hasOptionalValue() ->
                    Optional.of(optional(proto.getOptionalValue(), inner));
            case MapType map when proto.hasMapValue() -> Optional.of(map(proto.getMapValue(), map));
            default -> throw new ModelException(
                    "an optional value of another kind where one of type " + element + " is expected");
        };
        return new OptionalValue(element, value);
    }

    private MapValue map(MapProto proto, MapType type) {
        boolean texts = type.key() == DataType.STRING;
        List<?> keys = texts
                ? proto.getStringKeysList().stream().map(ByteString::toStringUtf8).toList()
                : proto.getKeysList();
        List<Value> values = sequence(proto.getValues(), type.value()).elements();
        if (keys.size() != values.size()) {
            throw new ModelException("a map with " + keys.size() + " keys and " + values.size() + " values");
        }
        Map<Object, Value> entries = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (entries.put(keys.get(i), values.get(i)) != null) {
                throw new ModelException("a map with the key '" + keys.get(i) + "' twice");
            }
        }
        return new MapValue(type.key(), type.value(), entries);
    }
}

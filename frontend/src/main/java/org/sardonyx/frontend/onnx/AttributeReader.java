package org.sardonyx.frontend.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;

import org.sardonyx.frontend.catalogue.Attributes;
import org.sardonyx.frontend.catalogue.Subgraph;
import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.AttributeProto.AttributeType;
import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.ir.ModelException;

/// Turns AttributeProto messages into [Attributes].
final class AttributeReader {
    /// Makes a graph in an attribute importable in the scope of its node.
    @FunctionalInterface
    interface Subgraphs {
        Subgraph of(String attribute, GraphProto graph);
    }

    private final TensorReader tensors;
    private final Subgraphs subgraphs;

    AttributeReader(TensorReader tensors, Subgraphs subgraphs) {
        this.tensors = tensors;
        this.subgraphs = subgraphs;
    }

    /// @param parameters the attributes of the call, by name, while the body of a function is imported: an attribute may
    ///        refer to one of them, and is left out if the call has none of that name
    Attributes read(List<AttributeProto> attributes, Map<String, AttributeProto> parameters) {
        Map<String, Object> values = new HashMap<>();
        for (AttributeProto attribute : attributes) {
            AttributeProto source = attribute.getRefAttrName().isEmpty()
                    ? attribute
                    : parameters.get(attribute.getRefAttrName());
            if (source != null && values.put(attribute.getName(), value(source)) != null) {
                throw new ModelException("attribute '" + attribute.getName() + "' is given twice");
            }
        }
        return new Attributes(values);
    }

    private Object value(AttributeProto attribute) {
        try {
            return switch (type(attribute)) {
                case FLOAT -> attribute.getF();
                case INT -> attribute.getI();
                case STRING -> attribute.getS().toStringUtf8();
                case TENSOR -> tensors.read(attribute.getT());
                case SPARSE_TENSOR -> tensors.read(attribute.getSparseTensor());
                case GRAPH -> subgraphs.of(attribute.getName(), attribute.getG());
                case TYPE_PROTO -> TypeReader.read(attribute.getTp());
                case FLOATS -> List.copyOf(attribute.getFloatsList());
                case INTS -> List.copyOf(attribute.getIntsList());
                case STRINGS -> attribute.getStringsList().stream().map(ByteString::toStringUtf8).toList();
                case TENSORS -> attribute.getTensorsList().stream().map(tensors::read).toList();
                case SPARSE_TENSORS -> attribute.getSparseTensorsList().stream().map(tensors::read).toList();
                case GRAPHS ->
                        attribute.getGraphsList().stream().map(g -> subgraphs.of(attribute.getName(), g)).toList();
                case TYPE_PROTOS -> attribute.getTypeProtosList().stream().map(TypeReader::read).toList();
                case UNDEFINED -> throw new ModelException("no value");
            };
        } catch (ModelException e) {
            throw e.at("attribute '" + attribute.getName() + "'");
        }
    }

    /// Files of the first ONNX versions do not state the type of an attribute: it is that of the field that is set.
    private static AttributeType type(AttributeProto attribute) {
        if (attribute.getType() != AttributeType.UNDEFINED) {
            return attribute.getType();
        }
        if (attribute.hasF()) {
            return AttributeType.FLOAT;
        } else if (attribute.hasI()) {
            return AttributeType.INT;
        } else if (attribute.hasS()) {
            return AttributeType.STRING;
        } else if (attribute.hasT()) {
            return AttributeType.TENSOR;
        } else if (attribute.hasG()) {
            return AttributeType.GRAPH;
        } else if (attribute.getFloatsCount() > 0) {
            return AttributeType.FLOATS;
        } else if (attribute.getStringsCount() > 0) {
            return AttributeType.STRINGS;
        }
        return AttributeType.INTS;
    }
}

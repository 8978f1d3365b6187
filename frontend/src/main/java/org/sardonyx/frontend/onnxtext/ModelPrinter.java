package org.sardonyx.frontend.onnxtext;

import java.util.List;
import java.util.Set;

import org.sardonyx.frontend.onnx.ExternalData;
import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.FunctionProto;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.frontend.onnx.proto.OperatorSetIdProto;

/// Prints a whole model. [ModelParser] tells the syntax.
final class ModelPrinter {
    private static final Set<Integer> CARRIED_OF_MODEL = MessagePrinter.fields(ModelProto.IR_VERSION_FIELD_NUMBER,
            ModelProto.PRODUCER_NAME_FIELD_NUMBER, ModelProto.PRODUCER_VERSION_FIELD_NUMBER,
            ModelProto.DOMAIN_FIELD_NUMBER, ModelProto.MODEL_VERSION_FIELD_NUMBER, ModelProto.DOC_STRING_FIELD_NUMBER,
            ModelProto.GRAPH_FIELD_NUMBER, ModelProto.OPSET_IMPORT_FIELD_NUMBER,
            ModelProto.METADATA_PROPS_FIELD_NUMBER, ModelProto.FUNCTIONS_FIELD_NUMBER);
    private static final Set<Integer> CARRIED_OF_FUNCTION = MessagePrinter.fields(FunctionProto.NAME_FIELD_NUMBER,
            FunctionProto.INPUT_FIELD_NUMBER, FunctionProto.OUTPUT_FIELD_NUMBER, FunctionProto.ATTRIBUTE_FIELD_NUMBER,
            FunctionProto.NODE_FIELD_NUMBER, FunctionProto.DOC_STRING_FIELD_NUMBER,
            FunctionProto.OPSET_IMPORT_FIELD_NUMBER, FunctionProto.DOMAIN_FIELD_NUMBER,
            FunctionProto.ATTRIBUTE_PROTO_FIELD_NUMBER, FunctionProto.VALUE_INFO_FIELD_NUMBER,
            FunctionProto.OVERLOAD_FIELD_NUMBER);

    private final TextSink sink;
    private final ExternalData data;
    private final MessagePrinter messages;

    ModelPrinter(TextSink sink, ExternalData data) {
        this.sink = sink;
        this.data = data;
        this.messages = new MessagePrinter(sink, data);
    }

    void print(ModelProto model) {
        sink.write("<").indent().line();
        if (model.hasIrVersion()) {
            sink.write("ir_version: " + model.getIrVersion() + ",").line();
        }
        sink.write("opset_import: ");
        opsets(model.getOpsetImportList());
        string("producer_name", model.hasProducerName(), model.getProducerName());
        string("producer_version", model.hasProducerVersion(), model.getProducerVersion());
        string("domain", model.hasDomain(), model.getDomain());
        if (model.hasModelVersion()) {
            sink.write(",").line().write("model_version: " + model.getModelVersion());
        }
        string("doc_string", model.hasDocString(), model.getDocString());
        if (model.getMetadataPropsCount() > 0) {
            sink.write(",").line().write("metadata_props: [");
            for (int i = 0; i < model.getMetadataPropsCount(); i++) {
                sink.write(i == 0 ? "" : ", ").string(model.getMetadataProps(i).getKey()).write(": ")
                        .string(model.getMetadataProps(i).getValue());
            }
            sink.write("]");
        }
        sink.outdent().line().write(">");
        messages.annotate("model", model, CARRIED_OF_MODEL);
        sink.line();
        new GraphPrinter(sink, data).main(model.getGraph());
        sink.line();
        model.getFunctionsList().forEach(this::function);
    }

    private void string(String key, boolean present, String value) {
        if (present) {
            sink.write(",").line().write(key + ": ").string(value);
        }
    }

    private void opsets(List<OperatorSetIdProto> opsets) {
        sink.write("[");
        for (int i = 0; i < opsets.size(); i++) {
            sink.write(i == 0 ? "" : ", ").string(opsets.get(i).getDomain())
                    .write(" : " + opsets.get(i).getVersion());
        }
        sink.write("]");
    }

    private void function(FunctionProto function) {
        GraphPrinter graphs = new GraphPrinter(sink, data);
        sink.line().write("<").indent().line().write("opset_import: ");
        opsets(function.getOpsetImportList());
        string("domain", function.hasDomain(), function.getDomain());
        string("overload", !function.getOverload().isEmpty(), function.getOverload());
        string("doc_string", function.hasDocString(), function.getDocString());
        sink.outdent().line().write(">").line().name(function.getName());
        if (function.getAttributeCount() > 0 || function.getAttributeProtoCount() > 0) {
            sink.write(" <");
            attributes(function);
            sink.write(">");
        }
        sink.write(" (");
        graphs.names(function.getInputList());
        sink.write(") => (");
        graphs.names(function.getOutputList());
        sink.write(")");
        if (function.getValueInfoCount() > 0) {
            sink.indent().line().write("<");
            graphs.values(function.getValueInfoList());
            sink.write(">").outdent().line();
        } else {
            sink.write(" ");
        }
        graphs.nodes(function.getNodeList());
        messages.annotate("function", function, CARRIED_OF_FUNCTION);
        sink.line();
    }

    private void attributes(FunctionProto function) {
        AttributePrinter attributes = new AttributePrinter(sink, data);
        String separator = "";
        for (String name : function.getAttributeList()) {
            sink.write(separator).name(name);
            separator = ", ";
        }
        for (AttributeProto attribute : function.getAttributeProtoList()) {
            sink.write(separator);
            attributes.print(attribute);
            separator = ", ";
        }
    }
}

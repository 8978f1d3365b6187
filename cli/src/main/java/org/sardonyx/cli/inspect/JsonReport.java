package org.sardonyx.cli.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.jr.ob.JSON;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// Writes an inspection as JSON for other programs. A figure that depends on symbols is a string such as `"N*48000"`, one
/// that is unknown is null.
final class JsonReport {
    private JsonReport() {}

    static String of(String model, Inspection inspection) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("model", model);
        report.put("producer", inspection.model().producer());
        report.put("opsets", inspection.opsets());
        List<Object> inputs = new ArrayList<>();
        inspection.graph().inputs().forEach(input -> inputs.add(value(Graph.inputOf(input).name(), input.type())));
        report.put("inputs", inputs);
        List<Object> outputs = new ArrayList<>();
        inspection.graph().outputs().forEach((name, output) -> outputs.add(value(name, output.type())));
        report.put("outputs", outputs);
        report.put("notes", inspection.model().notes());
        report.put("nodes", inspection.rows().stream().map(JsonReport::node).toList());
        report.put("operators", inspection.operators());
        report.put("coreOperators", inspection.coreOperators());
        report.put("total", total(inspection));
        report.put("memory", memory(inspection));
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).with(JSON.Feature.WRITE_NULL_PROPERTIES)
                .asString(report);
    }

    private static Map<String, Object> value(String name, ValueType type) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("name", name);
        value.put("type", type.toString());
        if (type instanceof TensorType tensor) {
            value.put("elementType", tensor.dataType().text());
            value.put("shape", tensor.shape().hasRank()
                    ? tensor.shape().dimensions().stream().map(JsonReport::figure).toList()
                    : null);
        }
        return value;
    }

    private static Map<String, Object> node(NodeRow row) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("name", row.name());
        node.put("operator", row.origin().operator());
        node.put("version", row.origin().version());
        node.put("outputs", row.outputs().entrySet().stream()
                .map(output -> value(output.getKey(), output.getValue())).toList());
        node.put("parameters", row.parameters());
        node.put("trainableParameters", row.trainable());
        node.put("multiplyAdds", figure(row.multiplyAdds()));
        node.put("outputBytes", figure(row.bytes()));
        node.put("receptiveField", row.field().stream()
                .map(size -> size.isPresent() ? (Object) size.getAsLong() : "all").toList());
        return node;
    }

    private static Map<String, Object> total(Inspection inspection) {
        Map<String, Object> total = new LinkedHashMap<>();
        total.put("nodes", inspection.rows().size());
        total.put("parameters", inspection.model().parameters());
        total.put("trainableParameters", inspection.model().trainable());
        put(total, "multiplyAdds", inspection.total(NodeRow::multiplyAdds));
        put(total, "outputBytes", inspection.total(NodeRow::bytes));
        return total;
    }

    private static void put(Map<String, Object> to, String name, Inspection.Total total) {
        to.put(name, figure(total.sum()));
        to.put(name + "UnknownNodes", total.unknown());
    }

    private static Map<String, Object> memory(Inspection inspection) {
        Map<String, Object> memory = new LinkedHashMap<>();
        memory.put("constantBytes", inspection.memory().constants());
        memory.put("valueBytes", figure(inspection.memory().activations()));
        memory.put("peakBytes", inspection.peak().isPresent() ? inspection.peak().getAsLong() : null);
        memory.put("openSizesTakenAs1", inspection.open());
        return memory;
    }

    private static Object figure(Dimension dimension) {
        return dimension.isConstant() ? dimension.size() : dimension.isKnown() ? dimension.toString() : null;
    }
}

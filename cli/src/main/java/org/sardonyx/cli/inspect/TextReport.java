package org.sardonyx.cli.inspect;

import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;

import org.sardonyx.cli.terminal.Printable;
import org.sardonyx.cli.terminal.Table;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// Prints an inspection for a person to read.
final class TextReport {
    private static final String DATA_DEPENDENT = "not known, sizes depend on the data";

    private static final int LONGEST_NAME = 36;

    private final PrintWriter out;

    TextReport(PrintWriter out) {
        this.out = out;
    }

    void print(String model, Inspection inspection) {
        line("model", model);
        if (!inspection.model().producer().isEmpty()) {
            line("producer", inspection.model().producer());
        }
        line("opsets", list(inspection.opsets()));
        inspection.graph().inputs()
                .forEach(input -> line("input", Graph.inputOf(input).name() + ": " + input.type()));
        inspection.graph().outputs().forEach((name, output) -> line("output", name + ": " + output.type()));
        inspection.model().notes().forEach(note -> line("note", note));
        out.println();
        printNodes(inspection);
        out.println();
        long statistics = inspection.model().parameters() - inspection.model().trainable();
        line("parameters", Figures.text(inspection.model().trainable()) + " trainable"
                + (statistics == 0
                        ? ""
                        : ", " + Figures.text(statistics) + " not (statistics of batch normalisation)"));
        line("operators", list(inspection.operators()));
        line("core operators", list(inspection.coreOperators()));
        line("constants", Figures.text(inspection.memory().constants()) + " bytes");
        line("computed", computed(inspection));
        line("peak", peak(inspection));
    }

    private void line(String label, String text) {
        out.println(Printable.line(String.format("%-16s%s", label, text)));
    }

    private static String list(Map<String, ? extends Number> numbers) {
        return numbers.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String computed(Inspection inspection) {
        Dimension bytes = inspection.memory().activations();
        return bytes.isKnown() ? Figures.text(bytes) + " bytes, added up over all core operators" : DATA_DEPENDENT;
    }

    private static String peak(Inspection inspection) {
        if (inspection.peak().isEmpty()) {
            return inspection.open() ? "not known, sizes are open; --shape settles them" : DATA_DEPENDENT;
        }
        return Figures.text(inspection.peak().getAsLong()) + " bytes in use at the same time, run in order"
                + (inspection.open() ? ", if open sizes are 1" : "");
    }

    private void printNodes(Inspection inspection) {
        Table table = new Table("<LAYER", "<OPERATOR", "<OUTPUT", ">PARAMETERS", ">MULTIPLY-ADDS", ">BYTES", ">FIELD");
        for (NodeRow row : inspection.rows()) {
            table.row(shortened(row.name()), row.operator(),
                    row.outputs().values().stream().map(TextReport::shape).collect(Collectors.joining(" ")),
                    row.parameters() == 0 ? "" : Figures.text(row.parameters()),
                    row.multiplyAdds().is(0) ? "" : Figures.text(row.multiplyAdds()), Figures.text(row.bytes()),
                    Figures.field(row.field()));
        }
        int count = inspection.rows().size();
        table.row("total", Figures.text(count) + (count == 1 ? " row" : " rows"), "",
                Figures.text(inspection.model().parameters()), Figures.text(inspection.total(NodeRow::multiplyAdds)),
                Figures.text(inspection.total(NodeRow::bytes)));
        table.print(out);
    }

    /// Most tensors are of float32, so that is not said.
    private static String shape(ValueType type) {
        return type instanceof TensorType(DataType element, var shape) && element == DataType.FLOAT32 && shape.hasRank()
                ? shape.toString()
                : type.toString();
    }

    /// What is left out is in the middle: names begin alike and differ at the end.
    private static String shortened(String name) {
        int half = LONGEST_NAME / 2 - 2;
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, half) + "..." + name.substring(name.length() - half);
    }
}

package org.sardonyx.cli.run;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

import org.sardonyx.cli.terminal.Printable;
import org.sardonyx.cli.terminal.Table;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.MapValue;
import org.sardonyx.ir.value.OptionalValue;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Prints what a person wants to know of an output: its type, the range of its numbers, the largest elements of a vector.
final class OutputSummary {
    private static final int MOST_ELEMENTS = 8;
    private static final int MOST_ROWS = 8;

    private final PrintWriter out;
    private final int top;
    private final Optional<Labels> labels;

    /// @param top how many of the largest elements of a vector are shown
    OutputSummary(PrintWriter out, int top, Optional<Labels> labels) {
        this.out = out;
        this.top = top;
        this.labels = labels;
    }

    void print(String name, Value value) {
        print("output  " + name, value, "        ");
    }

    private void print(String name, Value value, String indentation) {
        switch (value) {
            case Tensor tensor -> {
                line(name + ": " + tensor.type() + range(tensor));
                printTop(tensor, indentation);
            }
            case SequenceValue sequence -> {
                line(name + ": " + sequence.type() + " of " + sequence.size());
                for (int i = 0; i < Math.min(sequence.size(), MOST_ELEMENTS); i++) {
                    print(indentation + i, sequence.get(i), indentation + "  ");
                }
                more(sequence.size(), indentation);
            }
            case OptionalValue optional -> optional.value().ifPresentOrElse(
                    present -> print(name, present, indentation),
                    () -> line(name + ": " + optional.type() + ", absent"));
            case MapValue map -> {
                line(name + ": " + map.type() + " of " + map.entries().size());
                map.entries().entrySet().stream().limit(MOST_ELEMENTS)
                        .forEach(entry -> print(entry, indentation));
                more(map.entries().size(), indentation);
            }
        }
    }

    private void print(Map.Entry<Object, Value> entry, String indentation) {
        print(indentation + entry.getKey(), entry.getValue(), indentation + "  ");
    }

    private void line(String text) {
        out.println(Printable.line(text));
    }

    private void more(int count, String indentation) {
        if (count > MOST_ELEMENTS) {
            line(indentation + "... and " + (count - MOST_ELEMENTS) + " more");
        }
    }

    private static String range(Tensor tensor) {
        DataType type = tensor.dataType();
        if (tensor.size() == 0) {
            return ", empty";
        }
        if (tensor.size() == 1 || !type.isFloat() && !type.isInteger()) {
            return ", " + elements(tensor);
        }
        Statistics statistics = Statistics.of(tensor);
        String numbers = statistics.smallest() < 0
                ? ""
                : ", min " + Numbers.text(tensor, statistics.smallest()) + ", max "
                        + Numbers.text(tensor, statistics.largest()) + ", mean " + Numbers.text(statistics.mean());
        String notNumbers = statistics.notNumbers() == 0
                ? ""
                : ", " + statistics.notNumbers() + " of " + tensor.size() + " are NaN";
        return numbers + notNumbers;
    }

    private static String elements(Tensor tensor) {
        StringJoiner elements = new StringJoiner(" ");
        for (long i = 0; i < Math.min(tensor.size(), MOST_ELEMENTS); i++) {
            elements.add(Numbers.text(tensor, i));
        }
        return elements + (tensor.size() > MOST_ELEMENTS ? " ..." : "");
    }

    private void printTop(Tensor tensor, String indentation) {
        Optional<Vectors> vectors = top == 0 ? Optional.empty() : Vectors.of(tensor);
        if (vectors.isEmpty()) {
            return;
        }
        long length = vectors.get().length();
        boolean labelled = labels.isPresent() && labels.get().names().size() == length;
        if (labels.isPresent() && !labelled) {
            line(indentation + labels.get().file() + " has " + labels.get().names().size() + " names for "
                    + length + " elements, so they are left out");
        }
        for (long row = 0; row < Math.min(vectors.get().count(), MOST_ROWS); row++) {
            Table table = labelled ? new Table(">", "<", ">") : new Table(">", ">");
            for (long index : vectors.get().largest(row, top)) {
                String place = indentation + index;
                String number = Numbers.text(tensor, row * length + index);
                if (labelled) {
                    table.row(place, labels.get().names().get((int) index), number);
                } else {
                    table.row(place, number);
                }
            }
            if (vectors.get().count() > 1) {
                line(indentation + "[" + row + "]");
            }
            table.print(out);
        }
        more((int) Math.min(vectors.get().count(), Integer.MAX_VALUE), indentation);
    }
}

package org.sardonyx.cli.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// Text in columns that are as wide as their widest cell, two spaces apart.
///
/// ```java
/// new Table("<name", ">size").row("conv1", "150").print(out);
/// ```
public final class Table {
    private static final int LONGEST_CELL = 79;

    private final List<Boolean> rightAligned = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /// @param headings each with `<` (left-aligned) or `>` (right-aligned) before it; without a text in any of them there
    ///        is no line of headings
    public Table(String... headings) {
        List<String> heading = new ArrayList<>();
        for (String column : headings) {
            rightAligned.add(column.startsWith(">"));
            heading.add(column.substring(1));
        }
        if (!String.join("", heading).isEmpty()) {
            rows.add(heading);
        }
    }

    /// Adds a row; a cell of more than 79 characters is shortened; cells that are missing at its end stay empty.
    public Table row(String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(shortened(Printable.line(cell)));
        }
        rows.add(row);
        return this;
    }

    /// Names in a model begin alike and differ at the end: what is left out is in the middle.
    private static String shortened(String cell) {
        int half = (LONGEST_CELL - 3) / 2;
        return cell.length() <= LONGEST_CELL
                ? cell
                : cell.substring(0, half) + "..." + cell.substring(cell.length() - half);
    }

    public void print(PrintWriter out) {
        int[] widths = new int[rightAligned.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                String padding = " ".repeat(widths[i] - cell.length());
                line.append(i == 0 ? "" : "  ").append(rightAligned.get(i) ? padding + cell : cell + padding);
            }
            out.println(line.toString().stripTrailing());
        }
    }
}

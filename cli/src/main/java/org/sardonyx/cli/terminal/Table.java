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
    private static final int LONGEST_CELL = 80;

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

    /// Adds a row; cells that are missing at its end stay empty.
    public Table row(String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            String line = Printable.line(cell);
            row.add(line.length() <= LONGEST_CELL ? line : line.substring(0, LONGEST_CELL - 3) + "...");
        }
        rows.add(row);
        return this;
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

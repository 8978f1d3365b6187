package org.sardonyx.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import org.junit.jupiter.api.Test;

class TableTest {
    private static List<String> lines(Table table) {
        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text));
        return text.toString().lines().toList();
    }

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        assertEquals(List.of("NAME    SIZE", "a         12", "longer     1"),
                lines(new Table("<NAME", ">SIZE").row("a", "12").row("longer", "1")));
    }

    @Test
    void withoutHeadingsThereIsNoLineOfThem() {
        assertEquals(List.of("a  b", "c"), lines(new Table("<", "<").row("a", "b").row("c")));
    }

    @Test
    void whatWouldDisturbTheTerminalOrTheColumnsIsReplaced() {
        assertEquals(List.of("a [31mb c"), lines(new Table("<").row("a\u001B[31mb\nc")));
        assertEquals(List.of("x".repeat(38) + "..." + "y".repeat(38)),
                lines(new Table("<").row("x".repeat(1000) + "y".repeat(1000))));
        assertEquals("two\nlines ", Printable.of("two\nlines\u202E"));
    }
}

package org.sardonyx.cli.conform;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.sardonyx.cli.terminal.Printable;

/// The results as a table of tab-separated values: a line of titles, then a line for each case.
public final class Report {
    private static final String TITLES =
            "name\tresult\treason\tlargest absolute error\tlargest relative error\tlargest ulp distance\tmilliseconds\n";

    private Report() {}

    /// Writes the table.
    public static void write(List<CaseResult> results, Writer to) throws IOException {
        to.write(TITLES);
        for (CaseResult result : results) {
            to.write(String.join("\t", oneLine(result.name()), result.passed() ? "pass" : "fail",
                    oneLine(result.reason()),
                    number(result.errors().absolute()), number(result.errors().relative()),
                    Long.toString(result.errors().ulps()), Long.toString(result.milliseconds())));
            to.write('\n');
        }
    }

    /// The text in one line that can be a cell of the table: without tabs and other control characters.
    static String oneLine(String text) {
        return Printable.line(text.strip().replaceAll("\\s*\\R\\s*", "; "));
    }

    private static String number(double value) {
        return value == 0 ? "0" : Double.isInfinite(value) ? "inf" : String.format(Locale.ROOT, "%.3e", value);
    }
}

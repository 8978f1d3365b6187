package org.sardonyx.cli.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void aCaseIsARow() throws IOException {
        StringWriter table = new StringWriter();
        Report.write(List.of(
                new CaseResult("test_a", true, "", new Errors(1.25e-7, 3e-5, 12), 34),
                new CaseResult("test_b", false, "2 problems\n  first\tone\n  second", Errors.NONE, 5),
                new CaseResult("test_c", false, "differs", new Errors(Double.POSITIVE_INFINITY, 0, 0), 6)), table);
        assertEquals(List.of(
                "name\tresult\treason\tlargest absolute error\tlargest relative error\tlargest ulp distance\tmilliseconds",
                "test_a\tpass\t\t1.250e-07\t3.000e-05\t12\t34",
                "test_b\tfail\t2 problems; first one; second\t0\t0\t0\t5",
                "test_c\tfail\tdiffers\tinf\t0\t0\t6"), table.toString().lines().toList());
    }
}

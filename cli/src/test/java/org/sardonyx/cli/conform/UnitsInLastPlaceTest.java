package org.sardonyx.cli.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.ir.type.DataType;

class UnitsInLastPlaceTest {
    @ParameterizedTest
    @CsvSource({
        "FLOAT32,    1,      1,             0",
        "FLOAT32,    1,      1.00000012,    1",
        "FLOAT32,    0,      -0.0,          0",
        "FLOAT32,    1.4e-45, -1.4e-45,     2",
        "FLOAT32,    1,      2,             8388608",
        "FLOAT16,    1,      2,             1024",
        "FLOAT16,    -1,     -2,            1024",
        "BFLOAT16,   1,      2,             128",
        "FLOAT8E5M2, 1,      2,             4",
        "FLOAT4E2M1, -0.5,   0.5,           2",
        "FLOAT8E8M0, 1,      8,             3",
        "FLOAT64,    1,      2,             4503599627370496"})
    void countsNumbersBetween(DataType type, double first, double second, long distance) {
        assertEquals(distance, UnitsInLastPlace.distance(type, type.encode(first), type.encode(second)));
        assertEquals(distance, UnitsInLastPlace.distance(type, type.encode(second), type.encode(first)));
    }

    @Test
    void aDistanceBeyondTheRangeIsTheLargest() {
        long highest = DataType.FLOAT64.encode(Double.MAX_VALUE);
        long lowest = DataType.FLOAT64.encode(-Double.MAX_VALUE);
        assertEquals(Long.MAX_VALUE, UnitsInLastPlace.distance(DataType.FLOAT64, highest, lowest));
        assertEquals(Long.MAX_VALUE, UnitsInLastPlace.distance(DataType.FLOAT64, lowest, highest));
    }
}

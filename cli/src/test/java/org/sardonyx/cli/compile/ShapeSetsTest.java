package org.sardonyx.cli.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class ShapeSetsTest {
    @Test
    void aNameThatIsGivenAgainBeginsTheNextSet() {
        assertEquals(List.of(List.of()), ShapeSets.of(List.of()));
        assertEquals(List.of(List.of("x=1"), List.of("x=8")), ShapeSets.of(List.of("x=1", "x=8")));
        assertEquals(List.of(List.of("1,2"), List.of("8,2")), ShapeSets.of(List.of("1,2", "8,2")));
        assertEquals(List.of(List.of("N=1", "L=128"), List.of("N=8", "L=128")),
                ShapeSets.of(List.of("N=1", "L=128", "N=8")));
    }
}

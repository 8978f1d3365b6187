package org.sardonyx.frontend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AttentionAndImageOperatorsTest {

    @Test
    void headsOfKeysAreSharedByHeadsOfQueries() {
        assertEquals("float32 1x4x1x1: 2 2 6 6", Expanded.of("Attention", 23, "").on("""
                float32 1x4x1x1: 1 2 3 4; float32 1x2x2x1: 0 0 0 0; float32 1x2x2x1: 1 3 5 7"""));
    }

    @Test
    void headsOfQueriesAreAMultiple() {
        assertEquals("3 heads of queries are not a multiple of 2 heads of keys", Expanded.of("Attention", 23, "")
                .refusal("float32 1x3x1x1: 1 2 3; float32 1x2x1x1: 0 0; float32 1x2x1x1: 1 3"));
    }

    @Test
    void theSizesTellTheRankOfAGrid() {
        Expanded grid = Expanded.of("AffineGrid", 20, "align_corners=1");
        assertEquals("float32[N, 2, 3, 2]", grid.typesOn("float32[N,A,B]; int64 4: 1 1 2 3"));
        assertEquals("theta is a float32[1, 4, 5], expected [N, 2, 3] or [N, 3, 4]",
                grid.refusal("float32 1x4x5: 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2; int64 4: 1 1 2 3"));
    }
}

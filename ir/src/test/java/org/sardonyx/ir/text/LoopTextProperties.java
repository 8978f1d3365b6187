package org.sardonyx.ir.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.loop.LoopKernel;

class LoopTextProperties {
    @Property(tries = 1000)
    void whatIsPrintedParsesBack(@ForAll long seed) {
        LoopKernel kernel = RandomKernel.of(seed);
        String text = LoopPrinter.print(kernel);
        assertEquals(kernel, LoopParser.parse(text), text);
        assertEquals(text, LoopPrinter.print(LoopParser.parse(text)));
    }

    @Property(tries = 1000)
    void aDamagedTextIsRefusedWithItsPlaceOrIsAnotherKernel(@ForAll long seed, @ForAll int place,
            @ForAll char written) {
        String text = LoopPrinter.print(RandomKernel.of(seed));
        StringBuilder damaged = new StringBuilder(text);
        damaged.setCharAt(Math.floorMod(place, text.length()), written);
        try {
            LoopKernel other = LoopParser.parse(damaged.toString());
            assertEquals(other, LoopParser.parse(LoopPrinter.print(other)));
        } catch (ModelException e) {
            assertTrue(e.getMessage().matches("(?s)line \\d+, column \\d+: .*"), e.getMessage());
        }
    }
}

package org.sardonyx.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.opencl.KernelSource;

class SourceTextTest {
    private static final String ENTRY = "kernel void add(global float *x)\n{\n}\n\n";

    @Test
    void isReadAsItWasWritten() {
        for (List<String> definitions : List.of(List.<String>of(), List.of("int one()\n{\n}\n"),
                List.of("int one();\n", "// two\nint two();\n"))) {
            KernelSource source = new KernelSource("add", definitions, ENTRY);
            assertEquals(source, SourceText.parse("add", SourceText.print(source)));
        }
    }

    @Test
    void otherTextIsRefused() {
        assertEquals("is no kernel: it has no line //// kernel",
                assertThrows(ModelException.class, () -> SourceText.parse("add", ENTRY)).getMessage());
        assertEquals("is no kernel: it does not begin with //// function", assertThrows(ModelException.class,
                () -> SourceText.parse("add", "int one();\n//// kernel\n" + ENTRY)).getMessage());
    }

    @Test
    void whatWouldNotBeReadAgainIsNotWritten() {
        for (String definition : List.of("int one();", "//// kernel\n")) {
            assertThrows(IllegalStateException.class,
                    () -> SourceText.print(new KernelSource("add", List.of(definition), ENTRY)));
        }
    }
}

package org.sardonyx.codegen.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import org.sardonyx.ir.text.LoopParser;

class ClassListingTest {
    @Test
    void aLineIsAStatement() {
        byte[] classFile = JvmRenderer.render(LoopParser.parse("""
                kernel scale(x, y; width) for row {
                    for i in 0 .. width by 4 {
                        y[i : 4] = x[i : 4] * float4(0.5)
                    }
                }
                """));
        assertEquals("class GeneratedKernel, " + classFile.length + """
                 bytes
                  run(MemorySegment[],long[],long,long)void
                    aload 1; push 0; aaload; astore 7
                    aload 1; push 1; aaload; astore 8
                    aload 2; push 0; laload; lstore 9
                  L0:
                    lload 3; lload 5; lcmp; ifge L1
                    aload 7; aload 8; lload 9; lload 3; invokestatic GeneratedKernel.compute
                    lload 3; push 1; ladd; lstore 3
                    goto L0
                  L1:
                    return
                  compute(MemorySegment,MemorySegment,long,long)void
                    on any exception L2
                    lload 4; push 0; lcmp; iflt L1
                    getstatic NativeMemory.TYPE; aload 0; invokevirtual Class.cast; checkcast MemorySegment; astore 0
                    getstatic NativeMemory.TYPE; aload 1; invokevirtual Class.cast; checkcast MemorySegment; astore 1
                    lload 2; lstore 6
                    push 0; lstore 8
                  L0:
                    lload 8; lload 6; lcmp; ifge L1
                    getstatic FloatVector.SPECIES_128; invokeinterface VectorSpecies.vectorType; \
                getstatic FloatVector.SPECIES_128; aload 0; lload 8; push 2; lshl; getstatic ByteOrder.LITTLE_ENDIAN; \
                invokestatic FloatVector.fromMemorySegment; getstatic FloatVector.SPECIES_128; push 0.5; \
                invokestatic FloatVector.broadcast; invokevirtual FloatVector.mul; invokevirtual Class.cast; \
                checkcast FloatVector; aload 1; lload 8; push 2; lshl; \
                getstatic ByteOrder.LITTLE_ENDIAN; invokevirtual FloatVector.intoMemorySegment
                    lload 8; push 4; ladd; lstore 8
                    goto L0
                  L1:
                    nop; push null
                  L2:
                    pop; return
                """, ClassListing.of(classFile));
    }
}

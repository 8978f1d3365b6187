package org.sardonyx.frontend.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.ir.ModelException;

class HeapBudgetTest {

    @Test
    void aSmallFileThatWouldTakeAGreatHeapIsRefused() {
        byte[] model = Wire.field(7, Wire.repeated(100_000, Wire.field(1)));
        ModelException refusal =
                assertThrows(ModelException.class, () -> Wire.read(model, new HeapBudget(16 << 20)));
        assertEquals("needs more than 16 MiB of Java heap to read, half of what this JVM may take; a larger -Xmx would "
                + "admit it", refusal.getMessage());
    }

    @Test
    void contentInPlaceTakesNone() {
        byte[] model = Wire.field(7, Wire.field(5, Wire.field(9, new byte[1 << 20])));
        HeapBudget budget = new HeapBudget(10_000);
        MessageScanner scanner =
                new MessageScanner(MemorySegment.ofArray(model), Wire.RAW_DATA, true, budget);
        scanner.scan(ModelProto.getDescriptor());
        assertTrue(budget.needed() < 10_000);
    }

    /// Each is the encoded content of a graph that takes most heap for its size in some way.
    @ParameterizedTest
    @ValueSource(strings = {"nodes", "attributes", "inputs", "shapes", "dims", "strings", "enums"})
    void whatIsChargedIsEnough(String kind) {
        byte[] one = {8, 1};
        byte[] content = switch (kind) {
            case "nodes" -> Wire.repeated(100_000, Wire.field(1));
            case "attributes" -> Wire.repeated(50_000, Wire.field(1, Wire.field(5)));
            case "inputs" -> Wire.repeated(50_000, Wire.field(1, Wire.field(1)));
            case "shapes" ->
                    Wire.repeated(50_000,
                            Wire.field(11, Wire.field(2, Wire.field(1, Wire.field(2, Wire.field(1, one))))));
            case "dims" -> Wire.field(5, Wire.repeated(1_000_000, one));
            case "strings" -> Wire.field(5, Wire.repeated(200_000, Wire.field(6, new byte[20])));
            case "enums" -> Wire.repeated(50_000, Wire.field(1, Wire.field(5, new byte[] {(byte) 0xa0, 1, 99})));
            default -> throw new AssertionError(kind);
        };
        byte[] model = Wire.field(7, content);
        HeapBudget budget = new HeapBudget(Long.MAX_VALUE);
        long before = usedHeap();
        ModelProto read = Wire.read(model, budget);
        long taken = usedHeap() - before;
        Reference.reachabilityFence(read);
        Reference.reachabilityFence(model);
        assertTrue(taken <= budget.needed(), kind + " take " + taken + ", charged " + budget.needed());
    }

    private static long usedHeap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}

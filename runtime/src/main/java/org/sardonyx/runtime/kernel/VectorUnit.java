package org.sardonyx.runtime.kernel;

import java.util.List;

/// What the Vector API can do for kernels here. It is named by its name only: it may be absent.
public final class VectorUnit {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String VECTOR = MODULE + ".FloatVector";
    private static final String SPECIES = MODULE + ".VectorSpecies";
    /// The classes that kernels without vectors name.
    public static final List<String> SCALAR_CLASSES = List.of("java.lang.foreign.MemorySegment",
            "java.lang.foreign.ValueLayout", "java.lang.foreign.ValueLayout$OfFloat", "java.nio.ByteOrder");
    /// Those that kernels with vectors name besides.
    public static final List<String> VECTOR_CLASSES = List.of(VECTOR, SPECIES, MODULE + ".Vector",
            MODULE + ".IntVector", MODULE + ".VectorMask", MODULE + ".VectorOperators",
            MODULE + ".VectorOperators$Binary", MODULE + ".VectorOperators$Associative",
            MODULE + ".VectorOperators$Comparison");

    private VectorUnit() {}

    /// The lanes of the machine's vectors of float32: 4, 8 or 16; 1 where the Vector API is absent.
    public static int preferredLanes() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return 1;
        }
        try {
            Class<?> vector = Class.forName(VECTOR);
            Object species = vector.getField("SPECIES_PREFERRED").get(null);
            Class<?> type = Class.forName(SPECIES);
            return Math.clamp((Integer) type.getMethod("length").invoke(species), 4, 16);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the Vector API is not what it was", e);
        }
    }
}

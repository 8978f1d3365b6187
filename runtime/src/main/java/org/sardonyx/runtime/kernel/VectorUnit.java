package org.sardonyx.runtime.kernel;

/// What the Vector API can do for kernels here. It is named by its name only: it may be absent.
public final class VectorUnit {
    private static final String MODULE = "jdk.incubator.vector";

    private VectorUnit() {}

    /// The lanes of the machine's vectors of float32: 4, 8 or 16; 1 where the Vector API is absent.
    public static int preferredLanes() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return 1;
        }
        try {
            Class<?> vector = Class.forName("jdk.incubator.vector.FloatVector");
            Object species = vector.getField("SPECIES_PREFERRED").get(null);
            Class<?> type = Class.forName("jdk.incubator.vector.VectorSpecies");
            return Math.clamp((Integer) type.getMethod("length").invoke(species), 4, 16);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the Vector API is not what it was", e);
        }
    }
}

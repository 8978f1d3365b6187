package org.sardonyx.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import org.sardonyx.ir.ModelException;

class DeviceNamesTest {
    private static final DeviceNames<String> NAMES = new DeviceNames<>("opencl",
            List.of("Processor, driver 3.1", "Tesla 2080, NVIDIA", "Vega, AMD"), Function.identity(),
            device -> !device.startsWith("Processor"));

    @Test
    void theFamilyIsItsFirstAccelerator() {
        assertEquals("Tesla 2080, NVIDIA", NAMES.choose("opencl"));
        assertEquals("Processor",
                new DeviceNames<>("opencl", List.of("Processor"), Function.identity(), _ -> false).choose("opencl"));
    }

    @Test
    void numbersAreThoseOfDevices() {
        assertEquals("Vega, AMD", NAMES.choose("opencl:2"));
        assertEquals("there is no device 'opencl:3'; there are opencl:0 (Processor, driver 3.1), "
                + "opencl:1 (Tesla 2080, NVIDIA), opencl:2 (Vega, AMD)",
                assertThrows(ModelException.class, () -> NAMES.choose("opencl:3")).getMessage());
        assertThrows(ModelException.class, () -> NAMES.choose("opencl:"));
    }

    @Test
    void piecesOfDescriptionsAreNames() {
        assertEquals("Tesla 2080, NVIDIA", NAMES.choose("opencl:nvidia"));
        assertEquals("Tesla 2080, NVIDIA", NAMES.choose("opencl:2080"));
        assertThrows(ModelException.class, () -> NAMES.choose("opencl:intel"));
    }

    @Test
    void belongToAFamily() {
        assertTrue(DeviceNames.isOf("opencl", "opencl"));
        assertTrue(DeviceNames.isOf("opencl", "opencl:"));
        assertFalse(DeviceNames.isOf("opencl", "opencl2"));
        assertFalse(DeviceNames.isOf("opencl", "jvm"));
    }
}

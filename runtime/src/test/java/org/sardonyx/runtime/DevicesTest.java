package org.sardonyx.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.sardonyx.ir.ModelException;

class DevicesTest {
    private final Devices devices = Devices.available();

    @Test
    void theInterpreterIsAlwaysThere() {
        assertEquals("interpreter", devices.choose("interpreter").toString());
    }

    @Test
    void theChoiceSaysWhy() {
        assertEquals("interpreter (auto: the only device)", devices.choose(Devices.AUTO).toString());
    }

    @Test
    void anUnknownNameIsToldWithTheKnownOnes() {
        var error = assertThrows(ModelException.class, () -> devices.choose("tpu"));
        assertEquals("there is no device 'tpu'; there are auto, interpreter", error.getMessage());
    }

    @Test
    void namesAreDifferentAndDescriptionsAreOneLine() {
        List<String> names = devices.all().stream().map(Device::name).toList();
        assertEquals(names.size(), new HashSet<>(names).size());
        devices.all().forEach(device -> assertFalse(device.description().contains("\n")));
    }
}

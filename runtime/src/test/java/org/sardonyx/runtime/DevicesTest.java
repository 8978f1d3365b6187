package org.sardonyx.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;

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

    private static Device device(String name, String description, boolean accelerator) {
        return new Device() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String description() {
                return description;
            }

            @Override
            public boolean isAccelerator() {
                return accelerator;
            }

            @Override
            public Executable prepare(Graph graph, SessionOptions options) {
                throw new AssertionError("nothing is run here");
            }
        };
    }

    private static Devices with(DeviceFamily.Found found) {
        return new Devices(List.of(device("jvm", "the default", false)), List.of(new DeviceFamily() {
            @Override
            public String name() {
                return "opencl";
            }

            @Override
            public Found find() {
                return found;
            }
        }));
    }

    private static Devices processorAndGpu() {
        return with(new DeviceFamily.Found(
                List.of(device("opencl:0", "PoCL", false), device("opencl:1", "NVIDIA GeForce", true)),
                Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"auto, opencl:1 (auto: an accelerator)", "opencl, opencl:1 (opencl: asked for by name)",
        "opencl:0, opencl:0", "opencl:pocl, opencl:0 (opencl:pocl: asked for by name)",
        "opencl:nvidia, opencl:1 (opencl:nvidia: asked for by name)", "jvm, jvm"})
    void aFamilysDeviceIsChosenByNumberOrName(String asked, String choice) {
        assertEquals(choice, processorAndGpu().choose(asked).toString());
    }

    @Test
    void aProcessorIsNoAccelerator() {
        Devices pocl =
                with(new DeviceFamily.Found(List.of(device("opencl:0", "PoCL", false)), Optional.empty()));
        assertEquals("jvm (auto: the only device)", pocl.choose("auto").toString());
        assertEquals("opencl:0 (opencl: asked for by name)", pocl.choose("opencl").toString());
    }

    @Test
    void aDeviceThatAFamilyLacksIsTold() {
        assertEquals("there is no device 'opencl:7'; there are opencl:0 (PoCL), opencl:1 (NVIDIA GeForce)",
                assertThrows(ModelException.class, () -> processorAndGpu().choose("opencl:7")).getMessage());
        Devices without = with(new DeviceFamily.Found(List.of(), Optional.of("no OpenCL driver is installed")));
        assertEquals("there is no device 'opencl': no OpenCL driver is installed",
                assertThrows(ModelException.class, () -> without.choose("opencl")).getMessage());
        assertEquals(Map.of("opencl", "no OpenCL driver is installed"), without.absences());
        assertEquals("jvm (auto: the only device)", without.choose("auto").toString());
        assertEquals("there is no device 'tpu'; there are auto, jvm, opencl",
                assertThrows(ModelException.class, () -> without.choose("tpu")).getMessage());
    }

    @Test
    void whatIsNotAskedForIsNotLookedFor() {
        Devices devices = new Devices(List.of(device("jvm", "the default", false)), List.of(new DeviceFamily() {
            @Override
            public String name() {
                return "opencl";
            }

            @Override
            public boolean mayHaveAccelerators() {
                return false;
            }

            @Override
            public Found find() {
                throw new AssertionError("it is not asked for");
            }
        }));
        assertEquals("jvm", devices.choose("jvm").toString());
        assertEquals("jvm (auto: the only device)", devices.choose("auto").toString());
    }
}

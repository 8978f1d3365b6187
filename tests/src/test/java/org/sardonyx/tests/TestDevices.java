package org.sardonyx.tests;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.sardonyx.codegen.opencl.OpenClDevice;
import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Devices;
import org.sardonyx.runtime.opencl.DeviceFacts;
import org.sardonyx.runtime.opencl.OpenClDevices;

/// The devices that compile models. What holds for one is tested on all that the machine has, each the same in all tests, so
/// that equal kernels are made once.
public final class TestDevices {
    private static final String REQUIRED = "SARDONYX_TEST_OPENCL";
    /// The OpenCL device, taken for a GPU: what is made for these is tested where there is none.
    public static final String GPU = "opencl as a GPU";
    private static final Devices DEVICES = Devices.available();

    private TestDevices() {}

    /// Their names, for tests with parameters.
    public static Stream<String> compiling() {
        return Stream.of("jvm", "opencl");
    }

    /// A device. A test that asks for one that is not there is skipped, with the reason, or fails where the environment
    /// variable `SARDONYX_TEST_OPENCL` is `required`.
    public static Device get(String name) {
        try {
            return name.equals(GPU) ? asGpu() : DEVICES.choose(name).device();
        } catch (ModelException e) {
            if ("required".equals(System.getenv(REQUIRED))) {
                fail(e.getMessage());
            }
            assumeTrue(false, e.getMessage());
            throw e;
        }
    }

    /// The same one in all tests.
    private static final class AsGpu {
        private static final Device DEVICE =
                new OpenClDevice(GPU, OpenClDevices.find().contexts().getFirst().as(DeviceFacts.Kind.GPU));
    }

    private static Device asGpu() {
        get("opencl");
        return AsGpu.DEVICE;
    }

    /// Those that are there, for properties, which cannot be skipped.
    public static List<Device> present() {
        List<Device> devices = new ArrayList<>(List.of(get("jvm")));
        if (!DEVICES.absences().containsKey("opencl")) {
            devices.add(get("opencl"));
        }
        return devices;
    }
}

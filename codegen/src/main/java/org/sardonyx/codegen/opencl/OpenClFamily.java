package org.sardonyx.codegen.opencl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.DeviceFamily;
import org.sardonyx.runtime.DeviceNames;
import org.sardonyx.runtime.opencl.OpenClContext;
import org.sardonyx.runtime.opencl.OpenClDevices;

/// The OpenCL devices of this machine.
public final class OpenClFamily implements DeviceFamily {
    @Override
    public String name() {
        return OpenClDevices.FAMILY;
    }

    @Override
    public boolean mayHaveAccelerators() {
        return OpenClDevices.mayHaveAccelerators();
    }

    @Override
    public Found find() {
        OpenClDevices found = OpenClDevices.find();
        List<Device> devices = new ArrayList<>();
        for (OpenClContext context : found.contexts()) {
            devices.add(new OpenClDevice(DeviceNames.name(name(), devices.size()), context));
        }
        return new Found(devices, devices.isEmpty() ? Optional.of(found.absence()) : Optional.empty());
    }
}

package org.sardonyx.runtime;

import java.util.List;
import java.util.Optional;

/// Devices that depend on what the machine has, found as a service. They are looked for when they are asked for, as that may
/// take a while and load a driver.
///
/// One of them is asked for by the family's name, which means the first accelerator or else the first of all, or with what
/// follows a colon: its number, or a piece of its driver's or its own name.
public interface DeviceFamily {
    /// The name of the family: lower case, without a colon.
    String name();

    /// Whether there may be an accelerator among them, as far as can be told without loading a driver.
    default boolean mayHaveAccelerators() {
        return true;
    }

    /// Looks for the devices.
    Found find();

    /// What was found.
    ///
    /// @param devices named after the family and their number, as `opencl:0`
    /// @param absence why there is none, in one line; empty if there is one
    record Found(List<Device> devices, Optional<String> absence) {
        public Found {
            devices = List.copyOf(devices);
        }
    }
}

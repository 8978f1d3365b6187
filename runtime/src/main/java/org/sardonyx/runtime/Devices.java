package org.sardonyx.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

import org.sardonyx.ir.ModelException;

/// The devices this process can run models on.
///
/// ```java
/// Devices.Choice choice = Devices.available().choose("auto");
/// System.out.println(choice);           // jvm (auto: the default)
/// Session session = Session.open(graph, choice.device());
/// ```
public final class Devices {
    /// The name that stands for the default device.
    public static final String AUTO = "auto";

    private final List<Device> devices;

    private Devices(List<Device> devices) {
        this.devices = List.copyOf(devices);
    }

    /// A device that was chosen.
    ///
    /// @param asked the name it was asked for by: its own or [#AUTO]
    /// @param reason why it was taken, in a few words
    public record Choice(String asked, Device device, String reason) {
        public Choice {
            Objects.requireNonNull(asked);
            Objects.requireNonNull(device);
            Objects.requireNonNull(reason);
        }

        /// One line for a log: `interpreter (auto: the only device)`, or just the name of a device that was asked for.
        @Override
        public String toString() {
            return asked.equals(device.name()) ? asked : device.name() + " (" + asked + ": " + reason + ")";
        }
    }

    /// Looks for the devices of this machine, the default first: those of other modules, which are found as services, then
    /// the interpreter, which is always there.
    public static Devices available() {
        List<Device> devices = new ArrayList<>();
        ServiceLoader.load(Device.class).forEach(devices::add);
        devices.add(new InterpreterDevice());
        return new Devices(devices);
    }

    /// All of them, the default first; never empty.
    public List<Device> all() {
        return devices;
    }

    /// Finds a device.
    ///
    /// @param name a device's name or [#AUTO]
    /// @throws ModelException if there is no device of that name; the message lists those there are
    public Choice choose(String name) {
        if (name.equals(AUTO)) {
            return new Choice(name, devices.getFirst(), devices.size() == 1 ? "the only device" : "the default");
        }
        return devices.stream().filter(device -> device.name().equals(name)).findFirst()
                .map(device -> new Choice(name, device, "asked for by name"))
                .orElseThrow(() -> new ModelException("there is no device '" + name + "'; there are " + names()));
    }

    private String names() {
        return devices.stream().map(Device::name).collect(Collectors.joining(", ", AUTO + ", ", ""));
    }
}

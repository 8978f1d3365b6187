package org.sardonyx.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private final List<Device> fixed;
    private final List<DeviceFamily> families;
    /// By family, as soon as it was looked for.
    private final Map<String, DeviceFamily.Found> found = new LinkedHashMap<>();

    /// @param fixed devices that are there on any machine, the default first
    Devices(List<Device> fixed, List<DeviceFamily> families) {
        this.fixed = List.copyOf(fixed);
        this.families = List.copyOf(families);
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

    /// The devices of this machine: those of other modules, which are found as services, and the interpreter, which is always
    /// there. A [DeviceFamily] is looked for when it matters.
    public static Devices available() {
        List<Device> devices = new ArrayList<>();
        ServiceLoader.load(Device.class).forEach(devices::add);
        devices.add(new InterpreterDevice());
        List<DeviceFamily> families = new ArrayList<>();
        ServiceLoader.load(DeviceFamily.class).forEach(families::add);
        return new Devices(devices, families);
    }

    /// All of them; never empty.
    public List<Device> all() {
        List<Device> all = new ArrayList<>(fixed);
        families.forEach(family -> all.addAll(find(family).devices()));
        return all;
    }

    /// Why families have no device here, by their names.
    public Map<String, String> absences() {
        Map<String, String> reasons = new LinkedHashMap<>();
        families.forEach(family -> find(family).absence().ifPresent(reason -> reasons.put(family.name(), reason)));
        return reasons;
    }

    private synchronized DeviceFamily.Found find(DeviceFamily family) {
        return found.computeIfAbsent(family.name(), _ -> family.find());
    }

    /// Finds a device.
    ///
    /// @param name a device's name, a family's as [DeviceFamily] says, or [#AUTO]: the first accelerator, else the default
    /// @throws ModelException if there is no such device; the message lists those there are, or says why there is none
    public Choice choose(String name) {
        if (name.equals(AUTO)) {
            return families.stream().filter(DeviceFamily::mayHaveAccelerators)
                    .flatMap(family -> names(family, find(family).devices()).accelerator().stream()).findFirst()
                    .map(device -> new Choice(name, device, "an accelerator"))
                    .orElseGet(() -> new Choice(name, fixed.getFirst(),
                            fixed.size() == 1 ? "the only device" : "the default"));
        }
        for (DeviceFamily family : families) {
            if (DeviceNames.isOf(family.name(), name)) {
                return new Choice(name, choose(family, name), "asked for by name");
            }
        }
        return fixed.stream().filter(device -> device.name().equals(name)).findFirst()
                .map(device -> new Choice(name, device, "asked for by name"))
                .orElseThrow(() -> new ModelException("there is no device '" + name + "'; there are " + names()));
    }

    private Device choose(DeviceFamily family, String name) {
        List<Device> devices = find(family).devices();
        if (devices.isEmpty()) {
            throw new ModelException("there is no device '" + name + "': " + find(family).absence().orElseThrow());
        }
        return names(family, devices).choose(name);
    }

    private static DeviceNames<Device> names(DeviceFamily family, List<Device> devices) {
        return new DeviceNames<>(family.name(), devices, Device::description, Device::isAccelerator);
    }

    private String names() {
        return Stream.of(Stream.of(AUTO), fixed.stream().map(Device::name), families.stream().map(DeviceFamily::name))
                .flatMap(some -> some).collect(Collectors.joining(", "));
    }
}

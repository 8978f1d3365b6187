package org.sardonyx.runtime.opencl;

import java.util.ArrayList;
import java.util.List;

import org.jocl.cl_device_id;

import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.DeviceException;
import org.sardonyx.runtime.DeviceNames;

/// The OpenCL devices of this machine.
///
/// @param contexts one for each device that answers, in OpenCL's order; GPUs first
/// @param absence why there are none, or why one is missing, in one line; empty if all is well
public record OpenClDevices(List<OpenClContext> contexts, String absence) {
    /// The name of the family of these devices.
    public static final String FAMILY = "opencl";

    public OpenClDevices {
        contexts = List.copyOf(contexts);
    }

    /// Their names.
    ///
    /// @param asked what is asked for
    /// @throws ModelException if there are none
    public DeviceNames<OpenClContext> names(String asked) {
        if (contexts.isEmpty()) {
            throw new ModelException("there is no device '" + asked + "': " + absence);
        }
        return new DeviceNames<>(FAMILY, contexts, context -> context.facts().summary(),
                context -> context.facts().kind() == DeviceFacts.Kind.GPU);
    }

    /// Whether one of them may be something else than the processor; a driver is not loaded to find out.
    public static boolean mayHaveAccelerators() {
        return !InstalledDrivers.ofSystem().areForProcessorsOnly();
    }

    /// Looks for devices. Whatever is wrong with the installation becomes the reason of their absence.
    public static OpenClDevices find() {
        try {
            return Search.devices();
        } catch (NoClassDefFoundError e) {
            return new OpenClDevices(List.of(), "the library org.jocl:jocl is not on the class path");
        } catch (LinkageError e) {
            return new OpenClDevices(List.of(), "the system's OpenCL library cannot be loaded");
        } catch (DeviceException e) {
            return new OpenClDevices(List.of(), e.getMessage());
        }
    }

    /// A class of its own, so that those of JOCL are loaded when it is used and not before.
    private static final class Search {
        static OpenClDevices devices() {
            OpenClCalls calls = new JoclCalls();
            List<OpenClContext> contexts = new ArrayList<>();
            String absence = "no OpenCL driver is installed";
            for (cl_device_id device : SignalHandlers.keeping(() -> found(calls))) {
                absence = "";
                contexts.add(new OpenClContext(calls, device, calls.facts(device)));
            }
            return new OpenClDevices(contexts, absence);
        }

        private static List<cl_device_id> found(OpenClCalls calls) {
            List<cl_device_id> devices = calls.devices();
            SignalHandlers.provoke();
            return devices;
        }
    }
}

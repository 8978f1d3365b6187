package org.sardonyx.runtime.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.DeviceNames;
import org.sardonyx.runtime.Devices;
import org.sardonyx.runtime.kernel.VectorUnit;
import org.sardonyx.runtime.model.Target.Kind;
import org.sardonyx.runtime.opencl.DeviceFacts;
import org.sardonyx.runtime.opencl.OpenClContext;
import org.sardonyx.runtime.opencl.OpenClDevices;

/// Which of the programs of a compiled model is taken for a device.
///
/// @param targets what there are programs for
record TargetChoice(List<Target> targets) {
    TargetChoice {
        targets = List.copyOf(targets);
    }

    /// @param opencl the device, unless it is the virtual machine
    record Chosen(Target target, Optional<OpenClChoice> opencl) {}

    /// An OpenCL device with its name.
    record OpenClChoice(String name, OpenClContext context) {}

    /// Chooses.
    ///
    /// @param device `jvm`, `opencl`, `opencl:` with a number or a piece of the name, or [Devices#AUTO]: a GPU if there is one
    ///        and there are kernels for it, else the virtual machine, else any OpenCL device
    /// @throws ModelException if there is no such device, or no program for it
    Chosen choose(String device) {
        if (device.equals(JvmBackend.NAME)) {
            return jvm(device);
        }
        if (DeviceNames.isOf(OpenClDevices.FAMILY, device)) {
            if (targets.stream().allMatch(target -> target.kind() == Kind.JVM)) {
                throw none(device);
            }
            DeviceNames<OpenClContext> found = OpenClDevices.find().names(device);
            return opencl(found, found.choose(device));
        }
        if (!device.equals(Devices.AUTO)) {
            throw none(device);
        }
        return accelerator().orElseGet(() -> has(Kind.JVM) ? jvm(device) : choose(OpenClDevices.FAMILY));
    }

    private boolean has(Kind kind) {
        return targets.stream().anyMatch(target -> target.kind() == kind);
    }

    private Optional<Chosen> accelerator() {
        if (!has(Kind.OPENCL_GPU) || !OpenClDevices.mayHaveAccelerators()) {
            return Optional.empty();
        }
        OpenClDevices devices = OpenClDevices.find();
        if (devices.contexts().isEmpty()) {
            return Optional.empty();
        }
        DeviceNames<OpenClContext> found = devices.names(Devices.AUTO);
        return found.accelerator().map(context -> opencl(found, context));
    }

    private Chosen jvm(String device) {
        List<Target> there = targets.stream().filter(target -> target.kind() == Kind.JVM).toList();
        if (there.isEmpty()) {
            throw none(device);
        }
        int lanes = VectorUnit.preferredLanes();
        return there.stream().filter(target -> target.lanes() <= lanes)
                .max(Comparator.comparingInt(Target::lanes)).map(target -> new Chosen(target, Optional.empty()))
                .orElseThrow(() -> tooWide(there, lanes));
    }

    /// A processor takes kernels with the longest vectors that it has, or those for GPUs if there are no others.
    private Chosen opencl(DeviceNames<OpenClContext> found, OpenClContext context) {
        DeviceFacts facts = context.facts();
        String name = DeviceNames.name(found.family(), found.devices().indexOf(context));
        Comparator<Target> best = Comparator.comparing((Target target) -> target.kind() == Kind.OPENCL_PROCESSOR)
                .thenComparing(target -> target.lanes() <= facts.lanes())
                .thenComparing(target -> target.lanes() <= facts.lanes() ? target.lanes() : -target.lanes());
        DeviceFacts gpu = DeviceFacts.ofAny(DeviceFacts.Kind.GPU, 1);
        return targets.stream()
                .filter(target -> target.kind() == Kind.OPENCL_GPU && facts.reaches(gpu)
                        || target.kind() == Kind.OPENCL_PROCESSOR && facts.isProcessor())
                .max(best).map(target -> new Chosen(target, Optional.of(new OpenClChoice(name, context))))
                .orElseThrow(() -> has(Kind.OPENCL_GPU) ? tooSmall(facts, gpu) : none(name));
    }

    private static ModelException tooSmall(DeviceFacts facts, DeviceFacts needed) {
        return new ModelException("has kernels for GPUs with groups of " + needed.largestGroup()
                + " work-items and " + needed.localBytes() + " bytes of local memory, and those of "
                + facts.name().strip()
                + " have " + facts.largestGroup() + " and " + facts.localBytes()
                + ": open the model itself there, which is compiled for the device then");
    }

    private ModelException none(String device) {
        String there = targets.stream().map(target -> target.kind().text()).distinct()
                .collect(Collectors.joining(", "));
        String remedy = device.equals(JvmBackend.NAME)
                ? JvmBackend.NAME
                : DeviceNames.isOf(OpenClDevices.FAMILY, device) ? OpenClDevices.FAMILY : "";
        return new ModelException("has no kernels for the device '" + device + "', only for " + there
                + (remedy.isEmpty() ? "" : "; compile it with --target " + remedy));
    }

    private static ModelException tooWide(List<Target> there, int lanes) {
        TreeSet<Integer> widths = new TreeSet<>();
        there.forEach(target -> widths.add(target.lanes()));
        return new ModelException("has kernels for vectors of " + widths + " floats, and "
                + (lanes == 1
                        ? "this virtual machine runs without the Vector API: start it with --add-modules "
                                + "jdk.incubator.vector, or compile the model with --lanes 1"
                        : "those of this machine have " + lanes + ": compile the model with --lanes " + lanes));
    }
}

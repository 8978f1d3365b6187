package org.sardonyx.cli.compile;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.sardonyx.cli.tune.TuningRun;
import org.sardonyx.codegen.CompilingDevice;
import org.sardonyx.codegen.JvmDevice;
import org.sardonyx.codegen.jvm.JvmRenderer;
import org.sardonyx.codegen.model.ModelCompiler;
import org.sardonyx.codegen.opencl.OpenClDevice;
import org.sardonyx.codegen.tuning.Tuner;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.runtime.Devices;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.model.Target;
import org.sardonyx.runtime.tuning.TuningFile;

/// Measures tiles for the targets of a compiled model, each on a device of this machine.
///
/// @param options of the sessions that will run it
/// @param file for what is measured
record TargetTuning(Graph graph, SessionOptions options, TuningFile file) {
    /// Measures what was not measured yet, and has the compiler use what is known then.
    ///
    /// @param inputs the types of the inputs for each program
    /// @param budget for all of them
    /// @return what is to be told of it, if anything
    Optional<String> tune(ModelCompiler compiler, Target target, List<Map<String, ValueType>> inputs,
            Duration budget) {
        Optional<CompilingDevice> device = device(target);
        if (device.isEmpty()) {
            return Optional.of("standard tiles for " + target + ": this machine has no such device to measure");
        }
        long end = System.nanoTime() + budget.toNanos();
        int left = 0;
        for (Map<String, ValueType> types : inputs) {
            Duration rest = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            Tuner.Result result = TuningRun.of(device.get(), options, file, graph, types).measure(rest);
            compiler.useTiles(target, device.get().tiles(options.withTuning(result.tuning())));
            left += result.left();
        }
        return left == 0
                ? Optional.empty()
                : Optional.of("about " + left + " rounds of measurement are left for " + target
                        + "; --budget gives more time");
    }

    private Optional<CompilingDevice> device(Target target) {
        Devices devices = Devices.available();
        return switch (target.kind()) {
            case JVM -> target.lanes() == JvmRenderer.preferredLanes()
                    ? Optional.of((JvmDevice) devices.choose("jvm").device())
                    : Optional.empty();
            case OPENCL_PROCESSOR, OPENCL_GPU -> openCl(devices).filter(device -> isOf(target, device, options))
                    .map(CompilingDevice.class::cast).findFirst();
        };
    }

    private static Stream<OpenClDevice> openCl(Devices devices) {
        return devices.all().stream().filter(OpenClDevice.class::isInstance).map(OpenClDevice.class::cast);
    }

    private static boolean isOf(Target target, OpenClDevice device, SessionOptions options) {
        org.sardonyx.codegen.lower.Target kernels = device.compiler(options.numerics()).target(options.numerics());
        return target.kind() == Target.Kind.OPENCL_GPU
                ? kernels.gpu().isPresent()
                : kernels.gpu().isEmpty() && kernels.lanes() == target.lanes();
    }
}

package org.sardonyx.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import org.sardonyx.cli.terminal.Table;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Devices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `sardonyx devices`: what models can be run on here.
@Command(
        name = "devices",
        description = "Lists the devices that models can be run on, and says which one --device auto takes.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = "  sardonyx devices")
final class DevicesCommand implements Callable<Integer> {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Devices devices = Devices.available();
        Table table = new Table("<DEVICE", "<DESCRIPTION");
        for (Device device : devices.all()) {
            table.row(device.name(), device.description());
        }
        devices.absences().forEach((family, reason) -> table.row(family, "none: " + reason));
        table.print(out);
        Devices.Choice choice = devices.choose(Devices.AUTO);
        out.println();
        out.println("auto takes " + choice.device().name() + ": " + choice.reason());
        boolean vectors = ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
        new Table("<", "<")
                .row("platform", Version.platform())
                .row("processors", Integer.toString(Runtime.getRuntime().availableProcessors()))
                .row("heap", "up to " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB")
                .row("Vector API", vectors ? "present" : "absent (--add-modules " + VECTOR_MODULE + " adds it)")
                .print(out);
        out.flush();
        return 0;
    }
}

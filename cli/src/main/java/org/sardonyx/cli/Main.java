package org.sardonyx.cli;

import org.sardonyx.cli.bench.BenchCommand;
import org.sardonyx.cli.compile.CompileCommand;
import org.sardonyx.cli.conform.ConformCommand;
import org.sardonyx.cli.convert.ConvertCommand;
import org.sardonyx.cli.inspect.InspectCommand;
import org.sardonyx.cli.run.RunCommand;
import org.sardonyx.cli.tune.TuneCommand;
import org.sardonyx.cli.zoo.ZooCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The root command; it does nothing by itself.
@Command(
        name = "sardonyx",
        description = "Runs, inspects and checks ONNX models on the JVM.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        versionProvider = Version.class,
        subcommands = {
            BenchCommand.class,
            CompileCommand.class,
            ConformCommand.class,
            ConvertCommand.class,
            DevicesCommand.class,
            HelpCommand.class,
            InspectCommand.class,
            RunCommand.class,
            TuneCommand.class,
            ZooCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:success",
            "1:a comparison failed",
            "2:bad input or bad usage",
            "69:a device failed",
            "70:an internal error, which is to be reported"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  sardonyx run examples/digits/lenet5.onnx -i examples/digits/7.png --top 3",
            "  sardonyx help run"})
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of an error.")
    private boolean debug;

    private Main() {}

    /// Runs the command line and ends the virtual machine with its exit code.
    public static void main(String[] arguments) {
        // Images are decoded without a screen, even where there is one.
        System.setProperty("java.awt.headless", "true");
        System.exit(execute(commandLine(), arguments));
    }

    /// The command line with its sub-commands.
    public static CommandLine commandLine() {
        Main main = new Main();
        ErrorReport errors = new ErrorReport(() -> main.debug);
        return new CommandLine(main).setExecutionExceptionHandler(errors).setParameterExceptionHandler(errors);
    }

    /// Runs a command and reports whatever goes wrong in it; nothing is thrown.
    ///
    /// @return the exit code
    static int execute(CommandLine command, String... arguments) {
        try {
            return command.execute(arguments);
        } catch (Error e) {
            Main main = (Main) command.getCommandSpec().userObject();
            return new ErrorReport(() -> main.debug).report(e, command.getErr());
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}

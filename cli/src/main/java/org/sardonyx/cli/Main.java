package org.sardonyx.cli;

import java.io.IOException;
import java.util.Optional;
import org.sardonyx.cli.conform.ConformCommand;
import org.sardonyx.ir.ModelException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The root command; it does nothing by itself.
///
/// Exit codes: 0 for success, 1 when a comparison failed, 2 for bad input or bad usage.
@Command(
        name = "sardonyx",
        description = "Compiles and runs ONNX models on the JVM.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            ConformCommand.class})
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    /// Runs the command line and ends the virtual machine with its exit code.
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// The command line with its sub-commands, which never prints a stack trace.
    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((problem, command, _) -> report(problem, command));
    }

    private static int report(Exception problem, CommandLine command) {
        String text = switch (problem) {
            case ModelException bad -> bad.getMessage();
            case IOException failed -> failed.toString();
            default -> "internal error: " + problem;
        };
        command.getErr().println("sardonyx: " + text);
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    /// Reads the version that the build wrote into the jar's manifest.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion());
            return new String[] {"sardonyx " + version.orElse("(unpackaged)")};
        }
    }
}

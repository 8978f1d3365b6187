package org.sardonyx.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;

import org.sardonyx.cli.terminal.Printable;
import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.DeviceException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The one place where errors become messages and exit codes. What the user can mend is told in a line that begins with
/// `sardonyx:` and exits with 2; a device that fails exits with 69, the `EX_UNAVAILABLE` of BSD's sysexits; anything else is our
/// bug and exits with 70, their `EX_SOFTWARE`.
final class ErrorReport implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final int DEVICE_FAILED = 69;
    private static final int INTERNAL_ERROR = 70;

    private final BooleanSupplier debug;

    /// @param debug whether stack traces are wanted
    ErrorReport(BooleanSupplier debug) {
        this.debug = debug;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult result) {
        return report(problem, command.getErr());
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("sardonyx: " + Printable.of(problem.getMessage()));
        UnmatchedArgumentException.printSuggestions(problem, err);
        err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.USAGE;
    }

    /// @return the exit code
    int report(Throwable problem, PrintWriter err) {
        err.println("sardonyx: " + Printable.of(text(problem)));
        if (debug.getAsBoolean()) {
            problem.printStackTrace(err);
        }
        err.flush();
        return isUsers(problem)
                ? ExitCode.USAGE
                : problem instanceof DeviceException ? DEVICE_FAILED : INTERNAL_ERROR;
    }

    private static boolean isUsers(Throwable problem) {
        return problem instanceof ModelException || problem instanceof IOException
                || problem instanceof OutOfMemoryError;
    }

    private static String text(Throwable problem) {
        return switch (problem) {
            case ModelException bad -> bad.getMessage();
            case DeviceException failed -> "the device failed: " + failed.getMessage();
            case IOException failed -> failed.toString();
            case OutOfMemoryError _ -> "the memory does not suffice: the Java virtual machine may use "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MiB (SARDONYX_JAVA_OPTS=-Xmx8g gives it 8 GiB)";
            default -> "internal error: " + problem + "\nThis is a bug in " + Version.text() + " on "
                    + Version.platform() + "; please report it with this message, the stack trace that --debug prints,"
                    + " and the model if you can share it.";
        };
    }
}

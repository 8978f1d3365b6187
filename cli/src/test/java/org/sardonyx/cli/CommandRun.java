package org.sardonyx.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Runs commands in this process and keeps what they print.
public final class CommandRun {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /// @return the exit code
    public int run(String... arguments) {
        return execute(Main.commandLine(), arguments);
    }

    /// Runs a command that throws.
    ///
    /// @param options before the command's name
    int fail(Throwable problem, String... options) {
        String[] arguments = new String[options.length + 1];
        System.arraycopy(options, 0, arguments, 0, options.length);
        arguments[options.length] = "fail";
        return execute(Main.commandLine().addSubcommand(new Failing(problem)), arguments);
    }

    private int execute(CommandLine command, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.execute(command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)), arguments);
    }

    /// What the last command printed.
    public String out() {
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    /// What the last command printed on the stream for errors.
    public String err() {
        return err.toString().replace(System.lineSeparator(), "\n");
    }

    @Command(name = "fail")
    private record Failing(Throwable problem) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            switch (problem) {
                case Exception exception -> throw exception;
                case Error error -> throw error;
                default -> throw new IllegalStateException(problem);
            }
        }
    }
}

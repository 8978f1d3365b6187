package org.sardonyx.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine;

/// Runs several commands one after the other and shows nothing. The launcher has the virtual machine archive the classes that
/// this process loads ([Class Data Sharing](https://openjdk.org/jeps/350)), so that they are those which any of the commands needs.
public final class TrainingRun {
    private static final String SEPARATOR = "--";

    private TrainingRun() {}

    /// @param arguments the arguments of each command, a `--` between two; a command that fails is no reason not to run the next
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        List<String> next = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals(SEPARATOR)) {
                run(next);
                next.clear();
            } else {
                next.add(argument);
            }
        }
        run(next);
    }

    private static void run(List<String> arguments) {
        PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
        CommandLine command = Main.commandLine().setOut(nowhere).setErr(nowhere);
        Main.execute(command, arguments.toArray(String[]::new));
    }
}

package org.sardonyx.cli.conform;

/// One line on an error that is our own bug, for a table in which no stack trace fits.
final class BugDescription {
    /// Deeper chains of causes are cut, so that one which refers to itself ends.
    private static final int MOST_CAUSES = 10;

    private BugDescription() {}

    /// The error, its first cause if it has one, and where that was thrown.
    static String of(Throwable error) {
        Throwable first = error;
        for (int i = 0; i < MOST_CAUSES && first.getCause() != null; i++) {
            first = first.getCause();
        }
        StackTraceElement[] trace = first.getStackTrace();
        return name(error) + (first == error ? "" : ", caused by " + name(first))
                + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private static String name(Throwable error) {
        String name = error.getClass().getSimpleName();
        return error.getMessage() == null ? name : name + ": " + error.getMessage();
    }
}

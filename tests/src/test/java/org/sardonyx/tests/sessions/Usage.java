package org.sardonyx.tests.sessions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What this process uses.
///
/// @param threads how many are alive
/// @param residentBytes of memory that the system has given to it, the heap included; 0 where the system does not tell
/// @param classes how many are loaded
record Usage(int threads, long residentBytes, int classes) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*(\\d+) kB");
    private static final long PATIENCE_NANOSECONDS = 10_000_000_000L;

    static Usage now() {
        return new Usage(ManagementFactory.getThreadMXBean().getThreadCount(), resident(),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    private static long resident() {
        try {
            Matcher line = RESIDENT.matcher(Files.exists(STATUS) ? Files.readString(STATUS) : "");
            return line.find() ? Long.parseLong(line.group(1)) << 10 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// When what is unreachable is gone.
    static Usage settled() throws InterruptedException {
        Usage last = now();
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(50);
            last = now();
        }
        return last;
    }

    /// Waits until not more is used than at the given time, give or take what the virtual machine does by itself; gives up
    /// after a while.
    ///
    /// @return what is used then
    Usage awaitNoMore() throws InterruptedException {
        long start = System.nanoTime();
        Usage found = settled();
        while (isLessThan(found) && System.nanoTime() - start < PATIENCE_NANOSECONDS) {
            found = settled();
        }
        return found;
    }

    boolean isLessThan(Usage other) {
        return other.threads > threads + 2 || other.residentBytes > residentBytes + (200L << 20)
                || other.classes > classes + 200;
    }
}

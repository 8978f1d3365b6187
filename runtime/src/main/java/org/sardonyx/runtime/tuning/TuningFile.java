package org.sardonyx.runtime.tuning;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.CacheFolder;

/// A text file that keeps what was measured of tiles, a line for each [Measurement] behind a first line with the format's version.
///
/// Several processes may write to it at the same time: each adds what it has measured to what is there, while it holds the lock of
/// a file beside it, and puts the new file into the place of the old one at once. So readers need no lock, and a process that is
/// stopped leaves a whole file. Lines that are damaged are skipped; nothing in the file can do harm, since tiles change no results.
///
/// @param path is made when it is first written to, with its folder
public record TuningFile(Path path) {
    private static final String NAME = "tuning.txt";
    private static final String MAGIC = "sardonyx-tuning ";
    private static final String FORMAT = "1";
    private static final int MOST_BYTES = 4 << 20;
    /// Lines of some 150 bytes; those that were measured first are dropped.
    static final int MOST_MEASUREMENTS = 20_000;
    private static final long LOCK_PATIENCE_NANOSECONDS = 10_000_000_000L;
    private static final long LOCK_POLL_NANOSECONDS = 5_000_000L;

    /// That of the user, in the folder where built kernels are kept, too.
    ///
    /// @return empty if there is no such folder, or nothing is to be kept
    public static Optional<TuningFile> ofUser() {
        return CacheFolder.ofProcess().find().map(folder -> new TuningFile(folder.resolve(NAME)));
    }

    /// What it holds; nothing if there is none. What cannot be read is told by [Tuning#problem].
    public Tuning read() {
        try {
            return parse(text());
        } catch (NoSuchFileException _) {
            return Tuning.NONE;
        } catch (IOException e) {
            return new Tuning(List.of(), Optional.of(path + ": cannot be read: " + e));
        } catch (ModelException e) {
            return new Tuning(List.of(), Optional.of(e.getMessage()));
        }
    }

    /// @throws ModelException if it is larger than any
    private String text() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(MOST_BYTES + 1L, channel.size() + 1));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until there is no more, or too much.
            }
            if (bytes.position() > MOST_BYTES) {
                throw new ModelException(path + ": is no tuning file: it has more than " + MOST_BYTES + " bytes");
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        }
    }

    /// @throws ModelException if it is none, or of another version
    private Tuning parse(String text) {
        if (!text.startsWith(MAGIC)) {
            throw new ModelException(path + ": is no tuning file: it does not begin with '" + MAGIC.strip() + "'");
        }
        List<String> lines = text.lines().toList();
        String version = lines.getFirst().substring(MAGIC.length()).strip();
        if (!version.equals(FORMAT)) {
            throw new ModelException(path + ": is a tuning file of format '" + version + "', which is not " + FORMAT);
        }
        List<Measurement> measurements = new ArrayList<>();
        int skipped = 0;
        int first = 0;
        for (int i = 1; i < lines.size(); i++) {
            Optional<Measurement> measurement = Measurement.parse(lines.get(i));
            measurement.ifPresent(measurements::add);
            if (measurement.isEmpty() && !lines.get(i).isBlank()) {
                first = skipped++ == 0 ? i + 1 : first;
            }
        }
        return new Tuning(measurements, skipped == 0
                ? Optional.empty()
                : Optional.of(path + ": line " + first
                        + (skipped == 1 ? "" : " and " + (skipped - 1) + " more") + " cannot be read, and "
                        + (skipped == 1 ? "is" : "are") + " skipped"));
    }

    /// Adds measurements to those there are, whoever wrote them. The first of them go if there are too many.
    ///
    /// @return all of them
    /// @throws ModelException if the file cannot be written, or is something else than a tuning file of this version
    public Tuning add(Collection<Measurement> measurements) {
        Path folder = path.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(folder.resolve(path.getFileName() + ".lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = lock(channel)) {
                List<Measurement> all = new ArrayList<>(Files.exists(path) ? parse(text()).measurements() : List.of());
                all.addAll(measurements);
                List<Measurement> distinct = Tuning.of(all).measurements();
                Tuning kept =
                        Tuning.of(distinct.subList(Math.max(0, distinct.size() - MOST_MEASUREMENTS), distinct.size()));
                write(folder, kept);
                return kept;
            }
        } catch (IOException e) {
            throw new ModelException(path + ": cannot be written: " + e, e);
        }
    }

    /// Waits for other processes, and for other threads of this one.
    private static FileLock lock(FileChannel channel) throws IOException {
        long start = System.nanoTime();
        while (true) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException _) {
                // Another thread has it.
            }
            if (System.nanoTime() - start > LOCK_PATIENCE_NANOSECONDS) {
                throw new IOException("another process does not let go of it");
            }
            LockSupport.parkNanos(LOCK_POLL_NANOSECONDS);
        }
    }

    private void write(Path folder, Tuning tuning) throws IOException {
        List<String> lines = new ArrayList<>(List.of(MAGIC + FORMAT));
        tuning.measurements().forEach(measurement -> lines.add(measurement.line()));
        Path part = Files.createTempFile(folder, "tuning", ".part");
        try {
            Files.write(part, lines);
            try {
                Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException _) {
                Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }
}

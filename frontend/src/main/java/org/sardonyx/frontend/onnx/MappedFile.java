package org.sardonyx.frontend.onnx;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.sardonyx.ir.ModelException;

/// Maps regular files; what comes from outside is never read from a pipe or a device.
public final class MappedFile {
    private MappedFile() {}

    /// The whole file, read-only. It stays mapped as long as the segment, or a part of it, is reachable.
    ///
    /// @param options how to open the file, beside for reading
    /// @throws ModelException if there is no such regular file or it cannot be read
    public static MemorySegment map(Path file, OpenOption... options) {
        if (Files.isDirectory(file)) {
            throw new ModelException("is a folder, not a file");
        }
        if (!Files.exists(file)) {
            throw new ModelException("there is no such file");
        }
        // A pipe would block when it is opened, a device may never end.
        if (!Files.isRegularFile(file)) {
            throw new ModelException("is not a regular file");
        }
        Set<OpenOption> all = new HashSet<>(Set.of(options));
        all.add(StandardOpenOption.READ);
        try (FileChannel channel = FileChannel.open(file, all)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        } catch (FileSystemException e) {
            throw new ModelException("cannot be opened" + (e.getReason() == null ? "" : ": " + e.getReason()), e);
        } catch (IOException e) {
            throw new ModelException("cannot be read: " + e.getMessage(), e);
        }
    }
}

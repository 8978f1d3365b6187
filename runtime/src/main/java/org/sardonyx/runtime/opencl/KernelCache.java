package org.sardonyx.runtime.opencl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Built kernels on disk, so that they need not be built again. Several processes may use the same folder: a file appears as a
/// whole or not at all. A file that is not what was written is as good as none, and so is a folder that cannot be used.
///
/// A file is named by the hash of its key, and holds a mark with a version, that hash, the hash of the content, and the
/// content.
///
/// @param folder is made when it is first written to
/// @param mostBytes of all files; those that were not used for the longest time go first
record KernelCache(Path folder, long mostBytes) implements KernelStore {
    private static final byte[] MARK = {'s', 'a', 'r', 'd', 'o', 'c', 'l', 1};
    private static final int HASH_BYTES = 32;
    private static final int HEADER_BYTES = MARK.length + 2 * HASH_BYTES;
    private static final String SUFFIX = ".kernels";

    @Override
    public Optional<byte[]> read(byte[] key) {
        byte[] hash = Sha256.of(key);
        Path file = file(hash);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > mostBytes) {
                return Optional.empty();
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            if (bytes.remaining() < HEADER_BYTES || !Arrays.equals(MARK, take(bytes, MARK.length))
                    || !Arrays.equals(hash, take(bytes, HASH_BYTES))) {
                return Optional.empty();
            }
            byte[] contentHash = take(bytes, HASH_BYTES);
            byte[] content = take(bytes, bytes.remaining());
            if (!Arrays.equals(contentHash, Sha256.of(content))) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(content);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static byte[] take(ByteBuffer bytes, int count) {
        byte[] taken = new byte[count];
        bytes.get(taken);
        return taken;
    }

    @Override
    public void write(byte[] key, byte[] content) {
        byte[] hash = Sha256.of(key);
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "part", null);
            try {
                Files.write(part, ByteBuffer.allocate(HEADER_BYTES + content.length).put(MARK).put(hash)
                        .put(Sha256.of(content)).put(content).array());
                Files.move(part, file(hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
            shrink();
        } catch (IOException | UncheckedIOException _) {
            // What is not kept is built again.
        }
    }

    private void shrink() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing(KernelCache::lastUse).reversed()).toList();
        }
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
            if (bytes > mostBytes) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Another process may have deleted it.
    private static FileTime lastUse(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }

    private Path file(byte[] hash) {
        return folder.resolve(HexFormat.of().formatHex(hash) + SUFFIX);
    }
}

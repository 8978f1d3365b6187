package org.sardonyx.runtime.model;

import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.kernel.Threads;
import org.sardonyx.runtime.model.Manifest.Checksum;

/// Compares the entries of a model with the checksums in its manifest, by threads of its own: it begins when a model is opened,
/// and the first result waits for its end.
final class Verification {
    private static final int CHUNK = 1 << 20;

    private final Contents.Opened contents;
    private final List<Map.Entry<String, Checksum>> entries;
    private final AtomicInteger next = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile ModelException problem;
    private volatile boolean stopped;

    /// Starts.
    ///
    /// @param count how many threads
    Verification(Contents.Opened contents, Map<String, Checksum> checksums, int count) {
        this.contents = contents;
        Comparator<Map.Entry<String, Checksum>> bySize = Comparator.comparingLong(entry -> entry.getValue().bytes());
        this.entries = checksums.entrySet().stream().sorted(bySize.reversed()).toList();
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(this::run, "sardonyx-verification-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /// The SHA-256 of some bytes in hexadecimal digits.
    static String sha256(MemorySegment content) {
        MessageDigest digest = digest();
        for (long at = 0; at < content.byteSize(); at += CHUNK) {
            digest.update(content.asSlice(at, Math.min(CHUNK, content.byteSize() - at)).asByteBuffer());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void run() {
        MessageDigest digest = digest();
        for (int i = next.getAndIncrement(); i < entries.size() && !stopped; i = next.getAndIncrement()) {
            String name = entries.get(i).getKey();
            Checksum expected = entries.get(i).getValue();
            try {
                MemorySegment content = contents.read(name, expected.bytes());
                for (long at = 0; at < content.byteSize() && !stopped; at += CHUNK) {
                    digest.update(content.asSlice(at, Math.min(CHUNK, content.byteSize() - at)).asByteBuffer());
                }
                String found = HexFormat.of().formatHex(digest.digest());
                if (!stopped) {
                    compare(name, found, expected);
                }
            } catch (ModelException e) {
                problem = e;
                stopped = true;
            }
        }
    }

    private static void compare(String name, String found, Checksum expected) {
        if (!found.equals(expected.sha256())) {
            throw Contents.problem(name,
                    "has been changed: its SHA-256 is " + found + ", expected " + expected.sha256());
        }
    }

    /// Compares one entry.
    ///
    /// @throws ModelException if it is not what it was
    static void check(String name, MemorySegment content, Checksum expected) {
        compare(name, sha256(content), expected);
    }

    /// Waits for the end.
    ///
    /// @throws ModelException if an entry is not what it was
    void await() {
        join();
        if (problem != null) {
            throw problem;
        }
    }

    /// Ends it, whatever it has found; no entry is read afterwards.
    void stop() {
        stopped = true;
        join();
    }

    private void join() {
        threads.forEach(Threads::join);
    }
}

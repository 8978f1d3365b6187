package org.sardonyx.runtime.opencl;

import java.util.HexFormat;
import java.util.Optional;

/// Where built kernels are kept.
public interface KernelStore {
    /// Keeps nothing.
    KernelStore NONE = new KernelStore() {
        @Override
        public Optional<byte[]> read(byte[] key) {
            return Optional.empty();
        }

        @Override
        public void write(byte[] key, byte[] content) {
            // It keeps nothing.
        }
    };

    /// What was written for a key.
    Optional<byte[]> read(byte[] key);

    /// Keeps content for a key, if it can.
    void write(byte[] key, byte[] content);

    /// A key as a name that no other key has: its SHA-256 in hexadecimal digits.
    static String name(byte[] key) {
        return HexFormat.of().formatHex(Sha256.of(key));
    }
}

package org.sardonyx.runtime.opencl;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hash by which kernels and what is built of them are known.
final class Sha256 {
    private Sha256() {}

    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

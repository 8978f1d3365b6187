package org.sardonyx.runtime.model;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import org.sardonyx.ir.ModelException;

/// The entries of a compiled model, wherever they lie.
sealed interface Contents extends Definer permits JarContents, ClassPathContents {
    /// Where they lie, for messages.
    String place();

    /// Opens the entries for reading.
    ///
    /// @param memory of what is read, or mapped, which is freed with it
    /// @throws ModelException if that is not possible any more
    Opened open(Arena memory);

    /// Entries that can be read.
    interface Opened {
        /// The content of an entry.
        ///
        /// @param bytes how large it must be; -1 for any size
        /// @return at a multiple of 64 bytes
        /// @throws ModelException if there is no such entry, or its size is another
        MemorySegment read(String entry, long bytes);
    }

    /// A problem with an entry.
    static ModelException problem(String entry, String what) {
        return new ModelException(entry + ": " + what);
    }
}

package org.sardonyx.runtime.model;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/// Takes the entries of a model that is written.
interface EntrySink {
    /// Adds an entry.
    void add(String name, byte[] content) throws IOException;

    /// Adds an entry that is to be used where it is mapped.
    void addAligned(String name, MemorySegment content) throws IOException;
}

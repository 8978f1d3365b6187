package org.sardonyx.codegen.memory;

/// A value that needs memory for a while.
///
/// @param bytes how much
/// @param first the step that writes it
/// @param last the last step that reads it, `first` or later
public record Lifetime(long bytes, int first, int last) {
    public Lifetime {
        if (bytes < 0 || first < 0 || last < first) {
            throw new IllegalArgumentException(bytes + " bytes from step " + first + " to " + last);
        }
    }

    /// Whether both need their memory at the same time.
    boolean overlaps(Lifetime other) {
        return first <= other.last && other.first <= last;
    }
}

package org.sardonyx.frontend.protobuf;

import org.sardonyx.ir.ModelException;

/// Counts the heap that a message will need, before any of it is taken, and refuses one that needs too much.
///
/// Two bytes of input are enough for an empty message, which is an object of more than a hundred bytes once parsed, so
/// the size of a file does not bound the memory that reading it takes. The charges are upper bounds on what
/// protobuf-java takes with compressed and with full references, growth of lists and buffers included.
public final class HeapBudget {
    private static final int MESSAGE = 256;
    private static final int LIST = 128;
    private static final int STRING = 80;
    private static final int WINDOW = 256;
    private static final int UNKNOWN_ENUM_VALUE = 512;

    private final long limit;
    private long needed;

    /// @param limit in bytes
    public HeapBudget(long limit) {
        this.limit = limit;
    }

    /// Half of what the JVM may take: the other half is for what is made of the message.
    public static HeapBudget ofThisJvm() {
        return new HeapBudget(Runtime.getRuntime().maxMemory() / 2);
    }

    long needed() {
        return needed;
    }

    /// An object for a message.
    ///
    /// @throws ModelException as all methods here, if the limit is passed
    public void message() {
        charge(MESSAGE);
    }

    /// The first element of a repeated field.
    void list() {
        charge(LIST);
    }

    /// A string, or a short `bytes` field, of `length` encoded bytes. Decoded, it may take twice as many.
    public void string(long length) {
        charge(STRING + 2 * length);
    }

    /// A range of the source that is parsed where it is.
    void window() {
        charge(WINDOW);
    }

    /// `count` elements of a repeated field of numbers, each an int or a long in an array that doubles.
    void numbers(long count, int width) {
        charge(3 * width * count);
    }

    /// A number that its enumeration does not have; the library keeps it apart.
    void unknownEnumValue() {
        charge(UNKNOWN_ENUM_VALUE);
    }

    /// Bytes in the heap's copy of the encoded message, in an array that doubles.
    void encoded(long length) {
        charge(3 * length);
    }

    /// An array that is filled while it is read.
    public void array(long length) {
        charge(length);
    }

    private void charge(long bytes) {
        needed += bytes;
        if (needed > limit) {
            throw new ModelException("needs more than " + (limit >> 20)
                    + " MiB of Java heap to read, half of what this JVM may take; a larger -Xmx would admit it");
        }
    }
}

package org.sardonyx.ir.type;

/// An [Encoding] of integers, which a `long` holds exactly.
sealed interface IntegerEncoding extends Encoding permits TruthValue, WholeNumber {
    /// The integer that `bits` stand for; an unsigned one of 64 bits keeps its bits.
    long decodeLong(long bits);

    /// The bits of `value`, wrapped into the range.
    long encodeLong(long value);
}

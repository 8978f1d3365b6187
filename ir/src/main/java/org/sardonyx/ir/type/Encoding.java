package org.sardonyx.ir.type;

/// How the numbers of one [DataType] are written as bits. Bits are right-aligned; those above the element's are ignored
/// when read and zero when written.
sealed interface Encoding permits IntegerEncoding, NativeFloat, NotANumber, PowerOfTwo, SmallFloat {
    double decode(long bits);

    /// The bits of `value`, rounded once. With `saturate`, numbers beyond the range give its nearest end.
    long encode(double value, boolean saturate);

    /// The smallest finite number.
    double lowest();

    /// The largest finite number.
    double highest();
}

package org.sardonyx.ir.type;

/// Truth values in a byte: zero is false, anything else true; true is written as 1.
record TruthValue() implements IntegerEncoding {
    @Override
    public double decode(long bits) {
        return decodeLong(bits);
    }

    @Override
    public long encode(double value, boolean saturate) {
        return value == 0.0 ? 0 : 1;
    }

    @Override
    public long decodeLong(long bits) {
        return (bits & 0xFF) == 0 ? 0 : 1;
    }

    @Override
    public long encodeLong(long value) {
        return value == 0 ? 0 : 1;
    }

    @Override
    public double lowest() {
        return 0.0;
    }

    @Override
    public double highest() {
        return 1.0;
    }
}

package org.sardonyx.ir.type;

/// Stands for types whose elements are not one number each; asking for a number is an error of the caller.
record NotANumber(String type) implements Encoding {
    @Override
    public double decode(long bits) {
        throw refusal();
    }

    @Override
    public long encode(double value, boolean saturate) {
        throw refusal();
    }

    @Override
    public double lowest() {
        throw refusal();
    }

    @Override
    public double highest() {
        throw refusal();
    }

    private IllegalStateException refusal() {
        return new IllegalStateException("an element of type " + type + " is not one number");
    }
}

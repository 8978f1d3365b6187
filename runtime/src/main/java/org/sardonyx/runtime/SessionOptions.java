package org.sardonyx.runtime;

/// What can be chosen about a session.
///
/// @param seed from which the model's random operators draw: the same seed gives the same numbers in every run
public record SessionOptions(long seed) {
    public static final SessionOptions DEFAULT = new SessionOptions(0);

    public SessionOptions withSeed(long newSeed) {
        return new SessionOptions(newSeed);
    }
}

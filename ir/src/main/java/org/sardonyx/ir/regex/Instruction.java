package org.sardonyx.ir.regex;

/// A state of the automaton and where it goes from there.
sealed interface Instruction {
    /// Reads one character.
    record Read(CharacterSet set, int target) implements Instruction {}

    /// Goes both ways.
    record Fork(int first, int second) implements Instruction {}

    /// Goes on if something holds at this place of the text.
    record Check(Assertion assertion, int target) implements Instruction {}

    /// The whole expression has matched.
    record Accept() implements Instruction {}
}

/// The vocabulary every other module speaks, and its meaning.
///
/// A model is an immutable, typed graph over about forty core operators. Its values are tensors over off-heap memory,
/// and sequences, maps and optionals of them; its types carry shapes whose dimensions may be symbolic. Each operator
/// defines itself in one place (attributes, type inference, reference evaluation), so the interpreter here is the
/// definition of right that passes, schedules and devices are checked against.
///
/// This module depends on nothing but the JDK.
package org.sardonyx.ir;

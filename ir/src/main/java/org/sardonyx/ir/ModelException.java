package org.sardonyx.ir;

/// The user's model, file or input is wrong. The message names what was found, what was expected and, once callers
/// have added it, the node and the file; it is meant to be read by the user and never needs a stack trace.
///
/// Our own bugs are told apart from this: they surface as [IllegalStateException] or [AssertionError].
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }

    /// The same problem with the place where it was met put before it: `context: message`.
    public ModelException at(String context) {
        ModelException located = new ModelException(context + ": " + getMessage(), getCause());
        located.setStackTrace(getStackTrace());
        return located;
    }
}

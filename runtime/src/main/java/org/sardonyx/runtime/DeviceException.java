package org.sardonyx.runtime;

import java.io.Serial;

/// A device that is not there, has not enough memory, or fails: a matter of the machine and its drivers, neither of the model
/// nor of this library.
public final class DeviceException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public DeviceException(String message) {
        super(message);
    }

    public DeviceException(String message, Throwable cause) {
        super(message, cause);
    }

    /// The same problem with the place where it occurred before it.
    public DeviceException at(String place) {
        return new DeviceException(place + ": " + getMessage(), this);
    }
}

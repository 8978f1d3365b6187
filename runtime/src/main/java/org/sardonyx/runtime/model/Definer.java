package org.sardonyx.runtime.model;

/// Makes classes of class files.
@FunctionalInterface
interface Definer {
    /// The class of the given name.
    ///
    /// @param bytes its class file, as an entry of the model holds it
    Class<?> define(String name, byte[] bytes) throws ClassNotFoundException;
}

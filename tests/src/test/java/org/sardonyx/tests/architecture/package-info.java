/// Asserts the architecture on what was compiled: reads every class file of the reactor and compares the classes it names
/// with the table of modules and with the list of packages that may name a library.
///
/// [Architecture][org.sardonyx.tests.architecture.Architecture] holds the table and the list; a new module or library has
/// to be entered there.
package org.sardonyx.tests.architecture;

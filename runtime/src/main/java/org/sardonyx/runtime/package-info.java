/// Executes programs on devices.
///
/// A Program is a straight list of steps over planned memory; a Session binds it to a device and to inputs. An
/// application that runs compiled models needs this module and `ir` on its class path and nothing else. OpenCL is
/// optional and named in one package only.
package org.sardonyx.runtime;

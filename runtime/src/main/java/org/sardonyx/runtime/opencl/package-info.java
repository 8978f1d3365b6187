/// Runs programs on OpenCL devices, through JOCL: the only package that names it.
///
/// [org.sardonyx.runtime.opencl.OpenClDevices] looks for devices, [org.sardonyx.runtime.opencl.DeviceFacts] says what one is, and
/// [org.sardonyx.runtime.opencl.OpenClContext] builds kernels for it and makes the frames in which a program runs. Weights are
/// uploaded once for all runs, or used where they lie on a processor. A run copies its inputs to the device, queues all of its
/// kernels, and waits once, when the outputs come back; only a step of the interpreter makes it wait before. On a processor the
/// kernels of all steps are one, see [org.sardonyx.runtime.opencl.JoinedKernel].
///
/// JOCL and the system's OpenCL library may be absent: no class of JOCL is loaded before somebody looks for devices, and
/// then it is a reason why there are none.
package org.sardonyx.runtime.opencl;

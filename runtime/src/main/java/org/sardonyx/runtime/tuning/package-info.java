/// Which tiles were measured to be faster than the standard ones, and the file that keeps this.
///
/// How the sums of a product are shared out among registers, caches and threads changes its speed and never a bit of its result. A
/// compiler estimates what is fastest; `sardonyx tune` measures it, on one device, for each shape of a product. A
/// [org.sardonyx.runtime.tuning.TuningFile] keeps what was measured, and a session takes it with
/// [org.sardonyx.runtime.SessionOptions#withTuning]:
///
/// ```java
/// Tuning tuning = TuningFile.ofUser().orElseThrow().read();
/// Session session = Session.open(graph, device, SessionOptions.DEFAULT.withTuning(tuning));
/// ```
///
/// Devices, shapes and tiles are texts here, which mean something to the module that makes kernels. What it does not know,
/// such as a tile that a shape cannot have, it leaves alone.
package org.sardonyx.runtime.tuning;

/// Executes models on devices.
///
/// [org.sardonyx.runtime.Devices] knows what this process can run models on and chooses among it. A
/// [org.sardonyx.runtime.Device] prepares a model once, and a [org.sardonyx.runtime.Session] then runs it any number of
/// times, from any number of threads:
///
/// ```java
/// Device device = Devices.available().choose("auto").device();
/// try (Session session = Session.open(graph, device)) {
///     Map<String, Value> outputs = session.run(Map.of("image", image));
/// }
/// ```
///
/// Inputs and outputs belong to the caller and are used where they lie if that can be done. What a session allocates for
/// itself, threads included, is freed when it is closed, or some time after it has been forgotten.
///
/// A model that was compiled ahead of time needs neither a graph nor a compiler, see [org.sardonyx.runtime.model]:
///
/// ```java
/// try (Session session = Session.open(Path.of("lenet5.jar"))) {
///     Map<String, Value> outputs = session.run(Map.of("image", image));
/// }
/// ```
///
/// What is wrong with a model, a file or an input is an [org.sardonyx.ir.ModelException] with a message for the user; a device that
/// fails is an [org.sardonyx.runtime.DeviceException]; anything else is a bug. How freely arithmetic may be rearranged is chosen
/// with [org.sardonyx.runtime.Numerics]; the same program gives the same bits in every run. A session tells its steps and its
/// memory with [org.sardonyx.runtime.Session#program], their times to a [org.sardonyx.runtime.Profiler], and runs and steps
/// to the Java Flight Recorder.
///
/// A device is an implementation of two small interfaces, [org.sardonyx.runtime.Device] and
/// [org.sardonyx.runtime.Executable]; names, types and life cycle are the session's business.
package org.sardonyx.runtime;

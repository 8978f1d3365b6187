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
/// A device is an implementation of two small interfaces, [org.sardonyx.runtime.Device] and
/// [org.sardonyx.runtime.Executable]; names, types and life cycle are the session's business.
package org.sardonyx.runtime;

/// Models that were compiled ahead of time: ordinary jars, which this package writes and opens.
///
/// [org.sardonyx.runtime.model.CompiledModel] opens one by its path, by its class, or from the class path; that takes this
/// module and `ir`, no compiler. [org.sardonyx.runtime.model.ModelWriter] is what a compiler gives programs to.
///
/// ```
/// META-INF/MANIFEST.MF
/// META-INF/sardonyx/com.example.LeNet5/model.txt        what it is, its programs, and a checksum of each entry
/// META-INF/sardonyx/com.example.LeNet5/graph.txt        the graph, to be read by people
/// META-INF/sardonyx/com.example.LeNet5/jvm-8/0.txt      a program: steps, places, memory
/// META-INF/sardonyx/com.example.LeNet5/opencl/NAME.cl   a kernel in OpenCL C
/// com/example/LeNet5.class                              the class that stands for the model
/// com/example/LeNet5.java                               its source, to be read by people
/// com/example/LeNet5$Kernel0.class                      a kernel
/// META-INF/sardonyx/com.example.LeNet5/weights/0        a tensor as kernels want it, at a multiple of 64 bytes
/// ```
///
/// Nothing in it is compressed or depends on time and place, so that the same model gives the same bytes, and the weights are
/// used where the file is mapped.
package org.sardonyx.runtime.model;

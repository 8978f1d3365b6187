/// Renders kernels as OpenCL C 1.2, and makes the device that runs them.
///
/// A phase of a program's step becomes one OpenCL kernel. On a processor a work-item is an index of the phase's range, alone in
/// its work-group, what it does is a function that other kernels can call for more indices, and vectors of the loop language are vectors of OpenCL. Sizes and strides are arguments, so that layers
/// share kernels: as literals they would make the kernels of ResNet-50 no faster and twice as many.
package org.sardonyx.codegen.opencl;

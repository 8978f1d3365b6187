/// NumPy's file format for one array, `.npy`, in the versions 1.0, 2.0 and 3.0.
///
/// Written here on the JDK because the libraries at hand hold arrays on the heap with 32-bit sizes, or bring the runtime of
/// another language, and none knows strings and complex numbers; the format itself is a short header before the elements.
/// Files come from outside and are not trusted: the header is bounded, and its shape has to agree with the file's size.
///
/// @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
package org.sardonyx.frontend.npy;

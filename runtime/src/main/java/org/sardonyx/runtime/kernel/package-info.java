/// What the code generator makes and the runtime calls: kernels, and the threads that share their work.
package org.sardonyx.runtime.kernel;

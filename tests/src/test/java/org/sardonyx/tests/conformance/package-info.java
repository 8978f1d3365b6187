/// The ONNX backend suite on every device, with the list of what is known to fail.
package org.sardonyx.tests.conformance;

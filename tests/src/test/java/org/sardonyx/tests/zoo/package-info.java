/// The networks of the zoo, run by the interpreter and by ONNX Runtime.
package org.sardonyx.tests.zoo;

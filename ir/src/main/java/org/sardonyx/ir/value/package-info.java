/// Values at run time: tensors over memory segments, sequences, optional values and maps.
package org.sardonyx.ir.value;

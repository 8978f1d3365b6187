/// Malformed and hostile input: whatever a file holds, reading it ends in a model or in a
/// [org.sardonyx.ir.ModelException], soon and in little memory.
package org.sardonyx.tests.hostile;

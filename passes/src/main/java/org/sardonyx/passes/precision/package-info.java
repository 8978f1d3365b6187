/// Passes that compute in another precision than the model says.
package org.sardonyx.passes.precision;

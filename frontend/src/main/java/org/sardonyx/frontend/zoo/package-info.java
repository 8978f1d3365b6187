/// The networks of the classic literature, written in the layer language: texts under the resources of this package, which
/// share blocks by imports.
package org.sardonyx.frontend.zoo;

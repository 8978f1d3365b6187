package org.sardonyx.frontend.language;

/// A layer of the language.
///
/// @param leastOperands how many values it is applied to at least
/// @param mostOperands how many values it is applied to at most
record Layer(String name, Signature signature, int leastOperands, int mostOperands, Meaning meaning) {
    /// What a layer becomes.
    @FunctionalInterface
    interface Meaning {
        /// Adds the layer's nodes and parameters.
        ///
        /// @return the name of its result
        /// @throws Fault if it cannot be applied there
        String apply(LayerSite site);
    }
}

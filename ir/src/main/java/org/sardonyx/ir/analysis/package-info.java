/// What a graph costs: arithmetic and memory, as numbers where shapes are fixed and as expressions over the symbols of its
/// shapes (`N*3600000`) where they are not.
package org.sardonyx.ir.analysis;

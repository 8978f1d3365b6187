/// Measures which tiles make a network's products fastest on a device.
///
/// ```
/// lower.Tiles: a standard tile for each shape, and others -> TileSearch: which to try next -> Trial: how long they take
///                                                          <- runtime.tuning.TuningFile: what was measured already
/// ```
///
/// Only tiles that give the same bits are tried, so what is measured may be used or not, and be wrong, without any effect on results.
package org.sardonyx.codegen.tuning;

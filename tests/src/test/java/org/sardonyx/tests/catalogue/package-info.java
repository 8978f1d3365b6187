/// Compares the operator catalogue with the facts of ONNX's own operator schemas, which lie beside it as
/// `onnx-operators.tsv`. What ONNX has and the catalogue lacks is listed with a reason in `known-gaps.tsv`; what the
/// catalogue has from before there were schemas, in `withdrawn-operators.tsv`.
package org.sardonyx.tests.catalogue;

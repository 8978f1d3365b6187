/// Properties of operators, checked on generated cases: what the importer and the interpreter compute is what ONNX
/// Runtime computes. Where it lacks an operator or an element type, laws of algebra take its place.
///
/// A [org.sardonyx.tests.properties.Draw] is a seeded source of choices; a property makes an
/// [org.sardonyx.tests.properties.OperatorCase] from it and hands it to the [org.sardonyx.tests.properties.Oracle]. Where
/// ONNX Runtime is known to differ from ONNX's definition, the property says so and avoids just that.
package org.sardonyx.tests.properties;

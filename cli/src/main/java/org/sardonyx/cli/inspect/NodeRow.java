package org.sardonyx.cli.inspect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.sardonyx.ir.graph.Origin;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.ValueType;

/// What a report says of one node, or of several that are folded into one row.
///
/// @param name of the node, or what the names of several begin with
/// @param operator the operator and its version, or how many nodes there are
/// @param origin of the node, of the last of several
/// @param outputs types by name
/// @param parameters the number of elements of the parameters it takes
/// @param trainable how many of these training changes by their gradient
/// @param multiplyAdds unknown if they depend on more than shapes
/// @param bytes of its outputs
/// @param field how many elements of the model's input one of the output depends on, along each of the input's spatial axes;
///        empty for a whole axis
record NodeRow(String name, String operator, Origin origin, Map<String, ValueType> outputs, long parameters,
        long trainable,
        Dimension multiplyAdds, Dimension bytes, List<OptionalLong> field) {
    NodeRow {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        field = List.copyOf(field);
    }
}

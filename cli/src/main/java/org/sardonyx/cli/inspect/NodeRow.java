package org.sardonyx.cli.inspect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.sardonyx.ir.graph.Origin;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.ValueType;

/// What a report says of one node.
///
/// @param origin its name, operator and version
/// @param outputs types by name
/// @param parameters the number of elements of the parameters it takes
/// @param multiplyAdds unknown if they depend on more than shapes
/// @param bytes of its outputs
record NodeRow(Origin origin, Map<String, ValueType> outputs, long parameters, Dimension multiplyAdds,
        Dimension bytes) {
    NodeRow {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
}

package org.sardonyx.tests.properties;

import java.util.List;
import java.util.stream.Stream;

import org.sardonyx.ir.type.DataType;

/// Lists of element types, each as many of ONNX Runtime's operators support it.
final class Types {
    static final List<DataType> REALS = List.of(DataType.FLOAT32, DataType.FLOAT16);
    static final List<DataType> FLOATS = List.of(DataType.FLOAT32, DataType.FLOAT64, DataType.FLOAT16);
    static final List<DataType> SIGNED = List.of(DataType.INT64, DataType.INT32, DataType.INT16, DataType.INT8);
    static final List<DataType> UNSIGNED = List.of(DataType.UINT64, DataType.UINT32, DataType.UINT16, DataType.UINT8);
    static final List<DataType> INTEGERS = union(SIGNED, UNSIGNED);
    static final List<DataType> NUMBERS = union(FLOATS, INTEGERS);
    static final List<DataType> LARGE_NUMBERS =
            List.of(DataType.FLOAT32, DataType.FLOAT64, DataType.INT64, DataType.INT32);
    static final List<DataType> INDICES = List.of(DataType.INT64, DataType.INT32);
    static final List<DataType> BOOL = List.of(DataType.BOOL);
    /// What is only moved and not computed with.
    static final List<DataType> MOVED = union(NUMBERS, List.of(DataType.BFLOAT16, DataType.BOOL, DataType.STRING));

    private Types() {}

    static List<DataType> union(List<DataType> types, List<DataType> others) {
        return Stream.concat(types.stream(), others.stream()).distinct().toList();
    }

    static List<DataType> without(List<DataType> types, DataType... others) {
        return types.stream().filter(type -> !List.of(others).contains(type)).toList();
    }
}

package org.sardonyx.tests.properties;

import java.util.List;
import java.util.function.BiConsumer;

import org.sardonyx.ir.type.DataType;

/// A line of a table of elementwise operators: what ONNX Runtime supports of an operator and how near to it we are.
///
/// @param types the element types that ONNX Runtime has kernels for
/// @param elements what the elements of the inputs are
/// @param more adds attributes and inputs
record Row(String operator, int opset, List<DataType> types, Tolerance tolerance, Elements elements,
        BiConsumer<Draw, OperatorCase> more) {

    static Row of(String operator, int opset, List<DataType> types, Tolerance tolerance) {
        return new Row(operator, opset, types, tolerance, Elements.ANY, (_, _) -> {});
    }

    /// Restricts the elements of the inputs.
    Row over(Elements restricted) {
        return new Row(operator, opset, types, tolerance, restricted, more);
    }

    Row with(BiConsumer<Draw, OperatorCase> added) {
        return new Row(operator, opset, types, tolerance, elements, added);
    }

    /// Applies the operator to tensors that broadcast against each other.
    void check(Draw draw, int inputs) {
        DataType type = draw.of(types);
        OperatorCase operatorCase = OperatorCase.of(operator, opset);
        for (long[] sizes : draw.broadcasting(inputs, 4)) {
            operatorCase.input(draw.tensor(type, sizes, elements));
        }
        more.accept(draw, operatorCase);
        Oracle.check(draw, operatorCase, tolerance);
    }

    @Override
    public String toString() {
        return operator + "-" + opset;
    }
}

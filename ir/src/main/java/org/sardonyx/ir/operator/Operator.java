package org.sardonyx.ir.operator;

import java.util.List;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Value;

/// A core operator: the closed set that every ONNX operator expands into. Each is one record in one file with its facets
/// in a fixed order: attributes (the record's components, validated by its constructor), type inference, reference
/// evaluation.
///
/// Two equal operators applied to the same operands are the same node. What an operator needs to know and what may be
/// computed by the model (a shape, axes, pads) is an operand; what is always written down in the model is an attribute.
public sealed interface Operator permits
        ArgExtremum,
        ArgMaxWindow,
        Binary,
        BitCast,
        Broadcast,
        Cast,
        ColumnsToImage,
        Compare,
        Concat,
        Constant,
        Convolution,
        ConvolutionTranspose,
        Cumulative,
        DecodeImage,
        DeformableConvolution,
        Determinant,
        FourierTransform,
        Fusion,
        Gather,
        GatherElements,
        GatherSlices,
        GridSample,
        If,
        Input,
        Lookup,
        Loop,
        MatMul,
        Narrow,
        NgramCount,
        NonMaximumSuppression,
        NonZero,
        OptionalConstruct,
        OptionalGet,
        OptionalHas,
        Pad,
        Random,
        Range,
        Reduce,
        ReduceWindow,
        RegexMatch,
        Reshape,
        Resize,
        RoiAlign,
        Scan,
        ScatterElements,
        ScatterSlices,
        Select,
        SequenceAt,
        SequenceConcat,
        SequenceConstruct,
        SequenceErase,
        SequenceInsert,
        SequenceLength,
        SequenceSplit,
        ShapeOf,
        Slice,
        Squeeze,
        StringConcat,
        StringNormalize,
        StringSplit,
        TopK,
        Transpose,
        TreeEnsemble,
        Unary,
        Unique,
        Unsqueeze {

    /// The types of the outputs. Where a type depends on what is only known when the model runs, that part is unknown;
    /// [Operands] tells the values of operands that are constant.
    ///
    /// @throws org.sardonyx.ir.ModelException if the operator cannot be applied to these operands
    List<? extends ValueType> infer(Operands operands);

    /// Computes the outputs: slow and obviously right. Sums of floating-point numbers are accumulated in double and
    /// rounded once.
    ///
    /// @throws org.sardonyx.ir.ModelException if the values are not ones the operator is defined for
    List<? extends Value> evaluate(Evaluation evaluation);

    /// Whether the outputs depend on nothing but operands and attributes.
    default boolean isPure() {
        return true;
    }

    /// The graphs this operator runs, each closed: what it takes from outside comes as an operand.
    default List<Graph> graphs() {
        return List.of();
    }

    /// The same operator over other graphs, which have the inputs and outputs of those it runs now.
    ///
    /// @param graphs as many as [#graphs] returns
    default Operator withGraphs(List<Graph> graphs) {
        if (!graphs.isEmpty()) {
            throw new IllegalArgumentException(mnemonic() + " runs no graphs");
        }
        return this;
    }

    /// The name under which the operator is printed: that of its class with a small first letter.
    default String mnemonic() {
        String name = getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}

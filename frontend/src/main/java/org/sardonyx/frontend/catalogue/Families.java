package org.sardonyx.frontend.catalogue;

/// The list of all operator families. A family is a class that defines related operators.
final class Families {
    private Families() {}

    static void defineAll(Catalogue.Builder catalogue) {
        ActivationOperators.define(catalogue);
        AttentionOperators.define(catalogue);
        BlockOperators.define(catalogue);
        CastOperators.define(catalogue);
        ControlFlowOperators.define(catalogue);
        ConvolutionOperators.define(catalogue);
        ElementwiseOperators.define(catalogue);
        FeatureOperators.define(catalogue);
        ImageOperators.define(catalogue);
        IndexingOperators.define(catalogue);
        LabelOperators.define(catalogue);
        LinearAlgebraOperators.define(catalogue);
        LossOperators.define(catalogue);
        MicrosoftOperators.define(catalogue);
        NormalizationOperators.define(catalogue);
        PoolingOperators.define(catalogue);
        QuantizationOperators.define(catalogue);
        RandomOperators.define(catalogue);
        RearrangementOperators.define(catalogue);
        RecurrentOperators.define(catalogue);
        ReductionOperators.define(catalogue);
        ResizeOperators.define(catalogue);
        RotaryEmbedding.define(catalogue);
        SequenceOperators.define(catalogue);
        ShapeOperators.define(catalogue);
        SignalOperators.define(catalogue);
        SoftmaxOperators.define(catalogue);
        SortingOperators.define(catalogue);
        StatefulOperators.define(catalogue);
        StringOperators.define(catalogue);
        TrainingOperators.define(catalogue);
        TreeOperators.define(catalogue);
    }
}

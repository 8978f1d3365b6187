package org.sardonyx.passes;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphVerifier;
import org.sardonyx.passes.fusion.FuseGroups;
import org.sardonyx.passes.fusion.FusionLimits;
import org.sardonyx.passes.rewrite.Journal;
import org.sardonyx.passes.rewrite.Pass;
import org.sardonyx.passes.rewrite.RewritePass;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rules.DepthAsChannels;
import org.sardonyx.passes.rules.EvaluateConstants;
import org.sardonyx.passes.rules.FoldPadIntoConvolution;
import org.sardonyx.passes.rules.FoldPadIntoReduceWindow;
import org.sardonyx.passes.rules.FoldScaleBeforeConvolution;
import org.sardonyx.passes.rules.FoldScaleBeforeMatrixProduct;
import org.sardonyx.passes.rules.FoldScaleIntoConvolution;
import org.sardonyx.passes.rules.FoldScaleIntoMatrixProduct;
import org.sardonyx.passes.rules.FoldScaleIntoTransposedConvolution;
import org.sardonyx.passes.rules.FoldShiftBeforeConvolution;
import org.sardonyx.passes.rules.FoldShiftBeforeMatrixProduct;
import org.sardonyx.passes.rules.InlineBranch;
import org.sardonyx.passes.rules.MergeBiases;
import org.sardonyx.passes.rules.MergeBounds;
import org.sardonyx.passes.rules.MergeCasts;
import org.sardonyx.passes.rules.MergeConcats;
import org.sardonyx.passes.rules.MergePads;
import org.sardonyx.passes.rules.MergeReshapes;
import org.sardonyx.passes.rules.MergeTransposes;
import org.sardonyx.passes.rules.MergeZeroPoints;
import org.sardonyx.passes.rules.MoveConstantRight;
import org.sardonyx.passes.rules.RaiseBinary;
import org.sardonyx.passes.rules.RaiseConvolution;
import org.sardonyx.passes.rules.RaiseConvolutionTranspose;
import org.sardonyx.passes.rules.RaiseReduceWindow;
import org.sardonyx.passes.rules.RemoveBroadcast;
import org.sardonyx.passes.rules.RemoveCast;
import org.sardonyx.passes.rules.RemoveConcat;
import org.sardonyx.passes.rules.RemoveImpliedBound;
import org.sardonyx.passes.rules.RemoveNarrow;
import org.sardonyx.passes.rules.RemoveNeutralOperand;
import org.sardonyx.passes.rules.RemovePad;
import org.sardonyx.passes.rules.RemoveReduction;
import org.sardonyx.passes.rules.RemoveRepeatedFunction;
import org.sardonyx.passes.rules.RemoveRequantization;
import org.sardonyx.passes.rules.RemoveReshape;
import org.sardonyx.passes.rules.RemoveSlice;
import org.sardonyx.passes.rules.RemoveTranspose;
import org.sardonyx.passes.rules.ReplaceDivision;
import org.sardonyx.passes.rules.ReplaceSquare;
import org.sardonyx.passes.rules.ReplaceSubtraction;
import org.sardonyx.passes.rules.ReplaceTransposeByReshape;
import org.sardonyx.passes.rules.SettleReductionAxes;
import org.sardonyx.passes.rules.SettleReshape;
import org.sardonyx.passes.rules.SinkReshapeBelowBinary;
import org.sardonyx.passes.rules.SinkReshapeBelowUnary;
import org.sardonyx.passes.rules.SinkTransposeBelowConcat;
import org.sardonyx.passes.rules.SinkTransposeBelowElementwise;
import org.sardonyx.passes.rules.SinkTransposeBelowPad;
import org.sardonyx.passes.rules.SinkTransposeBelowReduction;
import org.sardonyx.passes.rules.SinkTransposeBelowSlice;
import org.sardonyx.passes.rules.SinkTransposeBelowUnary;
import org.sardonyx.passes.rules.SkipBroadcast;
import org.sardonyx.passes.rules.SplitReduceWindow;

/// Passes in the order they run.
///
/// ```java
/// Graph optimised = Pipeline.standard().run(graph);
/// ```
public record Pipeline(List<Pass> passes) {
    /// What one pass made.
    ///
    /// @param before the graph it was given
    /// @param journal what it did
    public record Step(Pass pass, Graph before, Graph after, Journal journal) {}

    /// What makes a graph simpler whatever comes after.
    private static final List<Rule> SIMPLIFICATIONS = List.of(
            new EvaluateConstants(), new InlineBranch(),
            new RemoveCast(), new MergeCasts(), new RemoveNarrow(),
            new RemoveReshape(), new SettleReshape(), new MergeReshapes(),
            new RemoveTranspose(), new MergeTransposes(), new ReplaceTransposeByReshape(),
            new RemoveSlice(), new RemovePad(), new MergePads(),
            new RemoveBroadcast(), new SkipBroadcast(),
            new RemoveConcat(), new MergeConcats(),
            new SettleReductionAxes(), new RemoveReduction(),
            new MoveConstantRight(), new ReplaceSubtraction(), new ReplaceDivision(), new ReplaceSquare(),
            new RemoveNeutralOperand(), new RemoveRepeatedFunction(), new MergeBounds(), new RemoveImpliedBound(),
            new RemoveRequantization(), new MergeZeroPoints());

    /// What moves rearrangements towards the outputs.
    private static final List<Rule> SINKING = List.of(
            new SinkTransposeBelowUnary(), new SinkTransposeBelowElementwise(), new SinkTransposeBelowReduction(),
            new SinkTransposeBelowConcat(), new SinkTransposeBelowPad(), new SinkTransposeBelowSlice(),
            new SinkReshapeBelowUnary(), new SinkReshapeBelowBinary());

    /// What moves arithmetic and padding into convolutions, matrix products and pooling.
    private static final List<Rule> FOLDING = List.of(
            new FoldPadIntoConvolution(), new FoldPadIntoReduceWindow(),
            new FoldScaleIntoConvolution(), new FoldScaleIntoTransposedConvolution(), new FoldScaleIntoMatrixProduct(),
            new FoldScaleBeforeConvolution(), new FoldShiftBeforeConvolution(),
            new FoldScaleBeforeMatrixProduct(), new FoldShiftBeforeMatrixProduct(),
            new MergeBiases());

    /// What makes images of rows and volumes.
    private static final List<Rule> RAISING = List.of(
            new RaiseConvolution(), new RaiseConvolutionTranspose(), new RaiseReduceWindow(), new RaiseBinary(),
            new DepthAsChannels(),
            new SplitReduceWindow(), new SinkTransposeBelowUnary(), new SinkTransposeBelowElementwise(),
            new SinkReshapeBelowUnary(), new SinkReshapeBelowBinary());

    public Pipeline {
        passes = List.copyOf(passes);
    }

    /// The passes that a graph goes through before kernels are made of it.
    public static Pipeline standard() {
        return standard(FusionLimits.standard());
    }

    /// As [#standard()] for other kernels.
    public static Pipeline standard(FusionLimits limits) {
        return new Pipeline(List.of(
                new RewritePass("simplify", SIMPLIFICATIONS),
                new RewritePass("sink", both(SIMPLIFICATIONS, SINKING)),
                new RewritePass("fold", both(SIMPLIFICATIONS, FOLDING)),
                new RewritePass("raise", both(SIMPLIFICATIONS, RAISING)),
                new FuseGroups(limits)));
    }

    /// These passes after another one.
    public Pipeline after(Pass first) {
        return new Pipeline(Stream.concat(Stream.of(first), passes.stream()).toList());
    }

    private static List<Rule> both(List<Rule> first, List<Rule> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    public Graph run(Graph graph) {
        return run(graph, _ -> {});
    }

    /// @param observer told of each pass after its graph has been verified
    /// @throws IllegalStateException if a pass makes a graph that is not valid, with the name of the pass
    public Graph run(Graph graph, Consumer<Step> observer) {
        Graph current = graph;
        for (Pass pass : passes) {
            Journal journal = new Journal();
            Graph next = pass.run(current, journal);
            GraphVerifier.verify(next, "pass '" + pass.name() + "'");
            observer.accept(new Step(pass, current, next, journal));
            current = next;
        }
        return current;
    }
}

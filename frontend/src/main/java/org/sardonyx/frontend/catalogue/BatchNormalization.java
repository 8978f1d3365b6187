package org.sardonyx.frontend.catalogue;

import java.util.List;
import java.util.stream.LongStream;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.type.DataType;

/// The expansion of BatchNormalization: `(x - mean) / sqrt(variance + epsilon) * scale + bias`. In training mode mean and
/// variance are those of the batch, and more outputs tell them and the running ones. Before version 9 they may be taken
/// per element of an image (`spatial` = 0) instead of per channel.
///
/// @param rank that of the input
/// @param type the type to compute in
/// @see <a href="https://onnx.ai/onnx/operators/onnx__BatchNormalization.html">BatchNormalization</a>
/// @see <a href="https://arxiv.org/abs/1502.03167">Batch Normalization</a>
record BatchNormalization(OnnxNode n, Expressions e, int rank, DataType type, boolean spatial) {

    static List<Operand> expand(OnnxNode n, Expressions e) {
        boolean wide = n.allInputs().stream().anyMatch(input -> input.dataType() == DataType.FLOAT64);
        boolean spatial = n.version() >= 9 || n.attributes().flag("spatial", true);
        BatchNormalization normalization = new BatchNormalization(n, e, n.rank(0),
                wide ? DataType.FLOAT64 : DataType.FLOAT32, spatial);
        return normalization.isTraining() ? normalization.train() : List.of(normalization.infer());
    }

    /// Before version 14 only the outputs tell.
    private boolean isTraining() {
        boolean test = n.version() < 7 && n.attributes().flag("is_test", false);
        return n.version() < 14 ? n.outputCount() > 1 && !test : n.attributes().flag("training_mode", false);
    }

    private Operand wide(int input) {
        return e.cast(n.input(input), type);
    }

    private Operand infer() {
        return normalize(wide(3), wide(4));
    }

    private Operand normalize(Operand mean, Operand variance) {
        Operand factor = e.divide(wide(1), e.squareRoot(e.add(variance, NormalizationOperators.epsilon(n))));
        Operand centered = e.subtract(wide(0), aligned(mean));
        return e.castLike(e.add(e.multiply(centered, aligned(factor)), aligned(wide(2))), n.input(0));
    }

    /// One element per channel, or per element of an image.
    private Operand aligned(Operand parameter) {
        boolean perChannel = spatial || parameter.shape().rank() == 1;
        return perChannel ? ConvolutionOperators.alongChannels(e, parameter, rank) : parameter;
    }

    private List<Operand> train() {
        long[] axes = LongStream.range(0, spatial ? rank : 1).filter(axis -> axis != 1).toArray();
        Operand kept = e.mean(wide(0), axes);
        Operand distance = e.subtract(wide(0), kept);
        Operand variance = perChannel(e.mean(e.multiply(distance, distance), axes), axes);
        Operand mean = perChannel(kept, axes);
        return List.of(normalize(mean, variance), running(3, mean), running(4, variance),
                e.castLike(mean, n.input(3)), e.castLike(variance, n.input(4)));
    }

    /// A tensor of rank 1 has one channel.
    private Operand perChannel(Operand statistic, long[] axes) {
        return rank == 1 ? statistic : e.squeeze(statistic, axes);
    }

    private Operand running(int input, Operand current) {
        double momentum = n.attributes().number("momentum", 0.9f);
        Operand running = e.add(e.multiply(wide(input), momentum), e.multiply(current, 1 - momentum));
        return e.castLike(running, n.input(input));
    }
}

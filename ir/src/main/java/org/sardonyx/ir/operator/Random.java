package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Random numbers, independent of each other, of type float64. Operand: the sizes of the result as a vector of int64.
///
/// With a seed of its own in the model, the numbers are those that NumPy's legacy generator, and so ONNX's reference
/// implementation, draws after that seed. Without, they come from the run's seed.
///
/// @param stream tells apart the sources of one model that have no seed; 0 for one that has
/// @see <a href="https://onnx.ai/onnx/operators/onnx__RandomUniform.html">RandomUniform</a>
public record Random(Distribution distribution, Optional<Long> seed, long stream) implements Operator {
    /// Even, so that pairs of numbers stay together.
    private static final int CHUNK = 4096;

    public Random {
        Objects.requireNonNull(distribution);
        stream = seed.isPresent() ? 0 : stream;
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        operands.requireIntegers(0);
        return List.of(new TensorType(DataType.FLOAT64, operands.shapeGivenBy(0)));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor result = Tensor.allocate(DataType.FLOAT64, evaluation.integers(0));
        RandomGenerator generator = seed.isPresent() ? new MersenneTwister(seed.get()) : evaluation.random(stream);
        double[] numbers = new double[(int) Math.min(result.size(), CHUNK)];
        for (long at = 0; at < result.size(); at += CHUNK) {
            int count = (int) Math.min(result.size() - at, CHUNK);
            distribution.draw(generator, numbers, count);
            result.writeDoubles(at, numbers, 0, count);
        }
        return List.of(result);
    }

    /// Never, even where a seed makes it repeatable: it stays in the graph, so that it can be told that a result is
    /// random.
    @Override
    public boolean isPure() {
        return false;
    }
}

package org.sardonyx.ir.operator;

import java.util.List;
import java.util.random.RandomGenerator;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.value.OptionalValue;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// One application of an operator to values.
public interface Evaluation {

    int count();

    Value value(int operand);

    /// Runs a graph of the operator's own. Random numbers it draws are others each time.
    List<Value> run(Graph graph, List<? extends Value> inputs);

    /// A source of random numbers that yields the same ones in every run with the same seed.
    ///
    /// @param stream tells apart the sources of one graph
    RandomGenerator random(long stream);

    /// @throws ModelException if the operand is not a tensor
    default Tensor tensor(int operand) {
        if (value(operand) instanceof Tensor tensor) {
            return tensor;
        }
        throw new ModelException("operand " + operand + " is a " + value(operand).type() + ", expected a tensor");
    }

    /// @throws ModelException if the operand is not a sequence
    default SequenceValue sequence(int operand) {
        if (value(operand) instanceof SequenceValue sequence) {
            return sequence;
        }
        throw new ModelException("operand " + operand + " is a " + value(operand).type() + ", expected a sequence");
    }

    /// @throws ModelException if the operand is not an optional value
    default OptionalValue optional(int operand) {
        if (value(operand) instanceof OptionalValue optional) {
            return optional;
        }
        throw new ModelException(
                "operand " + operand + " is a " + value(operand).type() + ", expected an optional value");
    }

    /// The integers of an operand.
    default long[] integers(int operand) {
        return tensor(operand).toLongs();
    }

    /// The only integer of an operand of one element.
    default long integer(int operand) {
        Tensor tensor = tensor(operand);
        if (tensor.size() != 1) {
            throw new ModelException("operand " + operand + " is a " + tensor.type() + ", expected one integer");
        }
        return tensor.getLong(0);
    }
}

package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// What type inference may know of an operator's operands.
public interface Operands {

    int count();

    ValueType type(int operand);

    /// The value of an operand that does not depend on the model's inputs and is small enough to be known.
    Optional<Tensor> constant(int operand);

    /// The elements of a small integer operand as expressions over the symbols of the shapes, where each is known at
    /// least to be some dimension; unknown elements are [Dimension#UNKNOWN].
    Optional<List<Dimension>> dimensions(int operand);

    /// @throws ModelException if the operand is not a tensor
    default TensorType tensor(int operand) {
        if (type(operand) instanceof TensorType tensor) {
            return tensor;
        }
        throw new ModelException("operand " + operand + " is a " + type(operand) + ", expected a tensor");
    }

    /// @throws ModelException if the operand is not a sequence
    default SequenceType sequence(int operand) {
        if (type(operand) instanceof SequenceType sequence) {
            return sequence;
        }
        throw new ModelException("operand " + operand + " is a " + type(operand) + ", expected a sequence");
    }

    /// @throws ModelException if the operand is not an optional value
    default OptionalType optional(int operand) {
        if (type(operand) instanceof OptionalType optional) {
            return optional;
        }
        throw new ModelException("operand " + operand + " is a " + type(operand) + ", expected an optional value");
    }

    default DataType dataType(int operand) {
        return tensor(operand).dataType();
    }

    default Shape shape(int operand) {
        return tensor(operand).shape();
    }

    /// The shape whose sizes are the elements of an operand, a vector of integers.
    default Shape shapeGivenBy(int operand) {
        Shape vector = shape(operand);
        return dimensions(operand).map(Shape::of).orElseGet(
                () -> vector.hasRank() && vector.rank() == 1 && vector.dimension(0).isConstant()
                        && vector.dimension(0).size() <= Shape.MAXIMUM_RANK
                                ? Shape.ofRank((int) vector.dimension(0).size())
                                : Shape.UNKNOWN);
    }

    /// The integers of a constant operand.
    default Optional<long[]> integers(int operand) {
        return constant(operand).map(Tensor::toLongs);
    }

    /// The only integer of a constant operand of one element.
    default Optional<Long> integer(int operand) {
        return constant(operand).filter(tensor -> tensor.size() == 1).map(tensor -> tensor.getLong(0));
    }

    /// @throws ModelException if there are fewer than `least` or more than `most` operands
    default void requireCount(int least, int most) {
        if (count() < least || count() > most) {
            throw new ModelException(
                    count() + " operands, expected " + (least == most ? "" + least : least + " to " + most));
        }
    }

    /// @throws ModelException if the operand is not an integer tensor
    default void requireIntegers(int operand) {
        if (!dataType(operand).isInteger()) {
            throw new ModelException(
                    "operand " + operand + " is of type " + dataType(operand).text() + ", expected integers");
        }
    }

    /// @throws ModelException if the operand is not a tensor of strings
    default void requireStrings(int operand) {
        if (dataType(operand) != DataType.STRING) {
            throw new ModelException(
                    "operand " + operand + " is of type " + dataType(operand).text() + ", expected strings");
        }
    }

    /// The element type that both operands share.
    ///
    /// @throws ModelException if they have different ones
    default DataType commonDataType(int operand, int other) {
        if (dataType(operand) != dataType(other)) {
            throw new ModelException("element types " + dataType(operand).text() + " and " + dataType(other).text()
                    + " differ where they must be the same");
        }
        return dataType(operand);
    }
}

package org.sardonyx.cli.input;

import java.util.List;
import java.util.Random;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.MapType;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.OptionalValue;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Random values for an input: the same for the same seed, name and type on every machine, whatever other inputs there
/// are. [Random] is specified to the bit.
///
/// Floating-point numbers are drawn from the standard normal distribution. Integers and truth values are 0 or 1, which
/// suits masks, and indices wherever there are at least two things to choose from.
public final class RandomValues {
    private final String name;
    private final Random random;

    /// @param name of the input
    public RandomValues(long seed, String name) {
        this.name = name;
        this.random = new Random(seed * 31 + name.hashCode());
    }

    /// A tensor; a sequence of one value; an optional value that is present.
    ///
    /// @param type with every dimension fixed
    /// @throws ModelException for a map
    public Value of(ValueType type) {
        return switch (type) {
            case TensorType tensor -> tensor(tensor);
            case SequenceType(ValueType element) -> new SequenceValue(element, List.of(of(element)));
            case OptionalType(ValueType element) -> OptionalValue.of(of(element));
            case MapType _ -> throw new ModelException("input '" + name + "' is a " + type + "; give it a file (-i)");
        };
    }

    private Tensor tensor(TensorType type) {
        Tensor tensor = Tensor.allocate(type.dataType(), type.shape().sizes());
        for (long i = 0; i < tensor.size(); i++) {
            switch (type.dataType().kind()) {
                case FLOAT -> tensor.setDouble(i, type.dataType().isSigned() ? random.nextGaussian() : 1);
                case SIGNED, UNSIGNED, BOOL -> tensor.setLong(i, random.nextInt(2));
                case STRING -> tensor.setString(i, random.nextInt(2) == 0 ? "a" : "b");
                case COMPLEX -> tensor.setComplex(i, random.nextGaussian(), random.nextGaussian());
            }
        }
        return tensor;
    }
}

package org.sardonyx.cli.input;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// The types of a model's inputs, made narrower by the shapes that a user gives: a symbol has one size in all of them.
public final class InputShapes {
    private final Map<String, ValueType> types;
    private final SymbolSizes symbols = new SymbolSizes();

    private InputShapes(Map<String, ValueType> types) {
        this.types = new LinkedHashMap<>(types);
    }

    /// Applies the arguments of an option `--shape`: `NAME=1,3,224,224`, or without the name where one input is left, or
    /// `N=3` for a symbol that stands in the shape of an input.
    ///
    /// @param types by name, in the model's order
    /// @throws ModelException if an argument cannot be read or is not one the inputs take
    public static InputShapes of(Map<String, ValueType> types, List<String> arguments) {
        InputShapes shapes = new InputShapes(types);
        List<String> others = arguments.stream().filter(argument -> !shapes.settleSymbol(argument)).toList();
        Assignments.of("--shape", others, types.keySet()).forEach(shapes::narrow);
        return shapes;
    }

    private boolean settleSymbol(String argument) {
        int equals = argument.indexOf('=');
        String symbol = argument.substring(0, Math.max(equals, 0));
        boolean known = !types.containsKey(symbol) && types.values().stream().anyMatch(
                type -> type instanceof TensorType(var _, Shape shape) && shape.hasRank()
                        && shape.dimensions().stream().anyMatch(size -> size.symbols().contains(symbol)));
        if (known) {
            try {
                symbols.settle(symbol, Long.parseUnsignedLong(argument.substring(equals + 1).strip()));
            } catch (NumberFormatException _) {
                throw new ModelException("--shape " + argument + ": expected a size such as 3");
            }
        }
        return known;
    }

    private void narrow(String name, String sizes) {
        ValueType type = types.get(name);
        try {
            if (!(type instanceof TensorType tensor)) {
                throw new ModelException("the input is a " + type + ", which has no shape");
            }
            TensorType narrowed = tensor.withShape(Shape.of(Arrays.stream(sizes.split(",")).map(String::strip)
                    .filter(size -> !size.isEmpty()).mapToLong(Long::parseLong).toArray()));
            if (!type.admits(narrowed)) {
                throw new ModelException("the input is a " + type);
            }
            symbols.learn(type, narrowed);
            types.put(name, narrowed);
        } catch (NumberFormatException _) {
            throw new ModelException("--shape " + name + "=" + sizes + ": expected sizes such as 1,3,224,224");
        } catch (ModelException e) {
            throw e.at("--shape " + name + "=" + sizes);
        }
    }

    /// Takes the sizes of symbols from a value of an input.
    void learn(String name, ValueType value) {
        symbols.learn(types.get(name), value);
    }

    /// The type of an input with the sizes that are known.
    ValueType bound(String name) {
        return symbols.bind(types.get(name));
    }

    /// The types of all inputs with the sizes that are known.
    public Map<String, ValueType> bound() {
        Map<String, ValueType> bound = new LinkedHashMap<>();
        types.keySet().forEach(name -> bound.put(name, bound(name)));
        return bound;
    }

    /// The type of an input with every size fixed: what nothing has settled is 1 from now on.
    ///
    /// @throws ModelException if the rank of a tensor is unknown
    ValueType settled(String name) {
        return symbols.settle(name, types.get(name));
    }

    /// The types of all inputs with every size fixed: what nothing has settled is 1 from now on.
    ///
    /// @throws ModelException if the rank of a tensor is unknown
    public Map<String, ValueType> settled() {
        Map<String, ValueType> settled = new LinkedHashMap<>();
        types.keySet().forEach(name -> settled.put(name, settled(name)));
        return settled;
    }
}

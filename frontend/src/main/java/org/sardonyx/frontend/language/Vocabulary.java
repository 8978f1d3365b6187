package org.sardonyx.frontend.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.sardonyx.frontend.catalogue.Catalogue;
import org.sardonyx.frontend.language.syntax.Declaration;

/// What the words of a network mean: layers, blocks, and ONNX's operators.
final class Vocabulary {
    private final Layers layers = Layers.standard();
    private final Catalogue operators = Catalogue.standard();
    private final Map<String, Declaration.Block> blocks = new HashMap<>();

    /// Adds a block.
    ///
    /// @throws Fault if its name, or that of one of its parameters, has a meaning already
    void add(Declaration.Block block) {
        requireFree(block);
        Declaration.Block other = blocks.putIfAbsent(block.name(), block);
        if (other != null) {
            throw new Fault(block.at(), "block '" + block.name() + "' is declared twice, first at " + other.at());
        }
        requireParameters(block.formals());
    }

    private void requireFree(Declaration.Block block) {
        if (layers.find(block.name()).isPresent() || block.name().equals("here")) {
            throw new Fault(block.at(), "a block cannot be called '" + block.name() + "', that is a layer");
        }
    }

    /// @throws Fault if a parameter has a name with another meaning, or has no default where one before it has one
    void requireParameters(List<Declaration.Formal> formals) {
        Set<String> names = new HashSet<>();
        boolean defaults = false;
        for (Declaration.Formal formal : formals) {
            String name = formal.name();
            if (layers.find(name).isPresent() || name.equals("here") || name.equals("channels")) {
                throw new Fault(formal.at(), "a parameter cannot be called '" + name + "', that is a layer");
            } else if (!names.add(name)) {
                throw new Fault(formal.at(), "there are two parameters '" + name + "'");
            } else if (defaults && formal.byDefault().isEmpty()) {
                throw new Fault(formal.at(), "parameter '" + name + "' needs a default, for one before it has one");
            }
            defaults |= formal.byDefault().isPresent();
        }
    }

    Optional<Layer> layer(String name) {
        return layers.find(name);
    }

    Optional<Declaration.Block> block(String name) {
        return Optional.ofNullable(blocks.get(name));
    }

    /// Whether ONNX has an operator of this name. Layers and blocks come first.
    boolean isOperator(String name) {
        return operators.find("", name, NetworkBuilder.OPSET).isPresent();
    }

    /// Whether a word calls something.
    boolean isCallable(String name) {
        return layer(name).isPresent() || block(name).isPresent() || isOperator(name);
    }

    /// The names of all layers, blocks and operators.
    List<String> names() {
        List<String> names = new ArrayList<>(layers.names());
        names.addAll(blocks.keySet());
        operators.operators().stream().filter(operator -> operator.domain().isEmpty())
                .forEach(operator -> names.add(operator.name()));
        return Collections.unmodifiableList(names);
    }
}

package org.sardonyx.frontend.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

import org.sardonyx.frontend.language.syntax.Declaration;
import org.sardonyx.frontend.language.syntax.Diagnostics;
import org.sardonyx.frontend.language.syntax.Position;
import org.sardonyx.frontend.language.syntax.SourceFile;
import org.sardonyx.frontend.language.syntax.SourceParser;
import org.sardonyx.frontend.language.syntax.Statement;
import org.sardonyx.frontend.weights.Initializer;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.TensorType;

/// Reads a network and all that it imports, and carries it out.
final class NetworkReader {
    private static final int MOST_FILES = 100;

    private final Library library;
    private final Optional<Path> folder;
    private final Diagnostics diagnostics = new Diagnostics();
    private final Vocabulary vocabulary = new Vocabulary();
    private final Set<String> files = new HashSet<>();

    /// @param folder the library's folder, if it is one
    NetworkReader(Library library, Optional<Path> folder) {
        this.library = library;
        this.folder = folder;
    }

    /// @throws ModelException with all that is wrong
    Network read(String file, Map<String, String> arguments) {
        String text = library.text(file).orElseThrow(() -> new ModelException(file + ": there is no such file"));
        files.add(file);
        SourceFile source = SourceParser.parse(file, text, diagnostics);
        boolean parsed = diagnostics.isEmpty();
        declareBlocks(source);
        Position start = new Position(file, 1, 1);
        Optional<Declaration.Network> network = source.declarations().stream()
                .filter(Declaration.Network.class::isInstance).map(Declaration.Network.class::cast).findFirst();
        if (network.isEmpty() && parsed) {
            diagnostics.add(start, "there is no line 'network NAME'");
        }
        if (network.isEmpty()) {
            diagnostics.throwIfAny();
        }
        Network built = build(source, network.orElseThrow(), arguments);
        diagnostics.throwIfAny();
        return built;
    }

    private void declareBlocks(SourceFile source) {
        for (Declaration declaration : source.declarations()) {
            try {
                if (declaration instanceof Declaration.Import(Position at, String imported)) {
                    load(at, imported);
                } else if (declaration instanceof Declaration.Block block) {
                    vocabulary.add(block);
                }
            } catch (Fault fault) {
                diagnostics.add(fault.at(), fault.getMessage());
            }
        }
    }

    private void load(Position at, String imported) {
        String file = Library.resolve(at.file(), imported)
                .orElseThrow(() -> new Fault(at, "\"" + imported + "\" leads out of the folder of the network"));
        if (!files.add(file)) {
            return;
        }
        if (files.size() > MOST_FILES) {
            throw new Fault(at, "more than " + MOST_FILES + " files are imported");
        }
        SourceFile source;
        try {
            String text = library.text(file).orElseThrow(() -> new Fault(at, "there is no file \"" + imported + "\""));
            source = SourceParser.parse(file, text, diagnostics);
        } catch (ModelException e) {
            throw new Fault(at, e.getMessage());
        }
        // What is no block is of the network in that file, which is not wanted here.
        declareBlocks(source);
    }

    private Network build(SourceFile source, Declaration.Network declaration, Map<String, String> arguments) {
        NetworkBuilder builder = new NetworkBuilder(declaration.name());
        Map<String, Datum> parameters = new HashMap<>();
        try {
            vocabulary.requireParameters(declaration.formals());
            parameters.putAll(parameters(declaration, arguments));
        } catch (Fault fault) {
            diagnostics.add(fault.at(), fault.getMessage());
        }
        Frame frame = new Frame(builder, parameters, new Naming("", false), Initializer.HE);
        Lowering lowering = new Lowering(vocabulary, builder, diagnostics);
        OptionalLong seed = OptionalLong.empty();
        Optional<String> weights = Optional.empty();
        List<Value> inputs = new ArrayList<>();
        try {
            for (Declaration next : source.declarations()) {
                switch (next) {
                    case Declaration.Input input -> inputs.add(input(input, builder, frame, inputs.isEmpty()));
                    case Declaration.Step(Statement statement) -> lowering.run(statement, frame);
                    case Declaration.Seed(_, long value) -> seed = OptionalLong.of(value);
                    case Declaration.Weights(Position at, String file) -> weights = resolved(at, file);
                    case Declaration.Network other -> requireOne(declaration, other);
                    case Declaration.Import _,Declaration.Block _ -> {}
                }
            }
            finish(declaration, builder, frame, inputs);
        } catch (Lowering.GivenUp _) {
            // Told already.
        }
        return new Network(builder, declaration.formals().stream().map(Declaration.Formal::name).toList(), seed,
                weights, folder);
    }

    private Optional<String> resolved(Position at, String file) {
        Optional<String> path = Library.resolve(at.file(), file);
        if (path.isEmpty()) {
            diagnostics.add(at, "\"" + file + "\" leads out of the folder of the network");
        }
        return path;
    }

    private void requireOne(Declaration.Network first, Declaration.Network other) {
        if (first != other) {
            diagnostics.add(other.at(), "there is a network in this file already, '" + first.name() + "'");
        }
    }

    /// With one input a network begins there; with several it says where each path begins.
    private Value input(Declaration.Input input, NetworkBuilder builder, Frame frame, boolean first) {
        Value value = Value.BROKEN;
        try {
            TensorType type = Types.of(input.type(), frame.evaluation());
            if (vocabulary.isCallable(input.name()) || frame.evaluation().knows(input.name())) {
                throw new Fault(input.at(),
                        "an input cannot be called '" + input.name() + "', that has a meaning already");
            }
            builder.model().input(input.name(), type);
            value = Value.of(input.name());
        } catch (Fault fault) {
            diagnostics.add(fault.at(), fault.getMessage());
        } catch (Fault.Told _) {
            // The value stays broken.
        } catch (ModelException e) {
            diagnostics.add(input.at(), e.getMessage());
        }
        frame.values().put(input.name(), value);
        if (first) {
            frame.current(value);
        } else {
            frame.noCurrent();
        }
        return value;
    }

    private void finish(Declaration.Network declaration, NetworkBuilder builder, Frame frame, List<Value> inputs) {
        if (inputs.isEmpty()) {
            diagnostics.add(declaration.at(), "the network has no input");
        }
        if (!diagnostics.isEmpty() || !builder.model().graph().outputs().isEmpty()) {
            return;
        }
        if (frame.current().isEmpty()) {
            diagnostics.add(declaration.at(), "the network has no output");
        } else {
            builder.model().output("output", frame.current().get().name());
        }
    }

    private Map<String, Datum> parameters(Declaration.Network network, Map<String, String> arguments) {
        Map<String, Datum> values = new TreeMap<>();
        Frame nothing = new Frame(new NetworkBuilder(""), values, new Naming("", false), Initializer.HE);
        List<String> names = network.formals().stream().map(Declaration.Formal::name).toList();
        for (String name : arguments.keySet()) {
            if (!names.contains(name)) {
                throw new ModelException("network '" + network.name() + "' has no parameter '" + name + "'"
                        + Suggestion.of(name, names) + (names.isEmpty() ? "" : "; it has " + String.join(", ", names)));
            }
        }
        for (Declaration.Formal formal : network.formals()) {
            values.put(formal.name(), arguments.containsKey(formal.name())
                    ? argument(formal.name(), arguments.get(formal.name()))
                    : new Evaluation(values, nothing)
                            .argument(formal.byDefault().orElseThrow(() -> new Fault(formal.at(),
                                    "parameter '" + formal.name() + "' of a network needs a default"))));
        }
        return values;
    }

    /// The value of an argument that is given from outside of the text.
    private static Datum argument(String name, String text) {
        Diagnostics problems = new Diagnostics();
        SourceFile source = SourceParser.parse(name, "let value = " + text, problems);
        if (problems.isEmpty() && source.declarations().size() == 1
                && source.declarations().getFirst() instanceof Declaration.Step(Statement.Let(_, _, var value))) {
            Frame nothing = new Frame(new NetworkBuilder(""), Map.of(), new Naming("", false), Initializer.HE);
            try {
                return nothing.evaluation().argument(value);
            } catch (Fault fault) {
                throw new ModelException("parameter '" + name + "': " + fault.getMessage());
            }
        }
        throw new ModelException(
                "parameter '" + name + "' is '" + text + "', expected a number, true, false, or sizes such "
                        + "as 3x3");
    }
}

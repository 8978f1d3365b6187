package org.sardonyx.cli.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.sardonyx.frontend.onnx.ImportedModel;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.runtime.Devices;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.model.CompiledModel;

/// A model that is named on the command line, ready to be opened on a device: one to be compiled, or a jar.
public sealed interface OpenedModel {
    /// What is to be told of reading it.
    List<String> notes();

    /// What has to be done before a run, as in `after 3 s of compilation`.
    default String preparation() {
        return switch (this) {
            case OfGraph _ -> " of compilation";
            case OfJar _ -> " of loading";
        };
    }

    /// One line on where it runs.
    default String device(Devices.Choice choice, Session session) {
        return switch (this) {
            case OfGraph _ -> choice.toString();
            case OfJar _ when choice.asked().equals(session.deviceName()) -> session.deviceName();
            case OfJar _ -> session.deviceName() + " (" + choice.asked() + ": what the model was compiled for)";
        };
    }

    /// Opens it.
    ///
    /// @throws ModelException if it cannot be run there
    Session session(Devices.Choice device, SessionOptions options);

    /// A model whose graph is at hand.
    record OfGraph(Graph graph, List<String> notes) implements OpenedModel {
        public OfGraph {
            notes = List.copyOf(notes);
        }

        @Override
        public Session session(Devices.Choice device, SessionOptions options) {
            return Session.open(graph, device.device(), options);
        }
    }

    /// A compiled model.
    record OfJar(CompiledModel model) implements OpenedModel {
        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public Session session(Devices.Choice device, SessionOptions options) {
            return model.session(device.asked(), options);
        }
    }

    /// Whether a name is that of a compiled model.
    static boolean isCompiled(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    /// Reads a model: a file, or a network of the zoo.
    ///
    /// @throws ModelException if there is none, or it is not valid
    static OpenedModel read(String name) {
        if (isCompiled(name)) {
            return new OfJar(CompiledModel.open(Path.of(name)));
        }
        return of(ModelArgument.read(name), List.of());
    }

    /// A model that has been read.
    ///
    /// @param taken what it is to compute, by name; empty for its outputs
    /// @throws ModelException if there is no such value
    static OpenedModel of(ImportedModel imported, List<String> taken) {
        return new OfGraph(taken.isEmpty() ? imported.graph() : imported.graphOf(taken), imported.notes());
    }
}

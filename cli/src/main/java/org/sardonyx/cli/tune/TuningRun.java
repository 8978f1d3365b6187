package org.sardonyx.cli.tune;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.sardonyx.cli.input.RandomValues;
import org.sardonyx.codegen.CompilingDevice;
import org.sardonyx.codegen.tuning.Tuner;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.tuning.TuningFile;

/// Measures the tiles of a model on random numbers, and shows how far that has come.
///
/// @param tuner of the model
public record TuningRun(Tuner tuner) {
    /// @param options of the sessions that are to be fast
    /// @param file for what is measured
    /// @param types of the inputs by name, with every size fixed
    public static TuningRun of(CompilingDevice device, SessionOptions options, TuningFile file, Graph graph,
            Map<String, ValueType> types) {
        Map<String, Value> inputs = new LinkedHashMap<>();
        types.forEach((name, type) -> inputs.put(name, new RandomValues(options.seed(), name).of(type)));
        return new TuningRun(new Tuner(device, options, graph, inputs, file));
    }

    /// @throws org.sardonyx.ir.ModelException if the device cannot run the model, or the file cannot be written
    public Tuner.Result measure(Duration budget) {
        try (TuneProgress progress = new TuneProgress()) {
            return tuner.run(budget, progress);
        }
    }
}

package org.sardonyx.tests.peers;

import java.util.LinkedHashMap;
import java.util.Map;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.Devices;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;

/// Sardonyx on one of its devices.
final class Sardonyx implements Contestant {
    private final Session session;
    private final Map<String, Tensor> inputs;

    Sardonyx(Graph graph, Map<String, Tensor> inputs, String device, int threads) {
        this.session = Session.open(graph, Devices.available().choose(device).device(),
                SessionOptions.DEFAULT.withThreads(threads));
        this.inputs = inputs;
    }

    @Override
    public void run() {
        session.run(inputs);
    }

    @Override
    public Map<String, Tensor> outputs() {
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        session.run(inputs).forEach((name, value) -> outputs.put(name, (Tensor) value));
        return outputs;
    }

    @Override
    public void close() {
        session.close();
    }
}

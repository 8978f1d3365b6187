package org.sardonyx.tests.gpu;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The same networks in PyTorch, as `tests/torch_peer.py` measures them.
///
/// @param milliseconds by model, batch and precision, `float32` or `tf32`; empty where there is no such network
/// @param remarks what it says about itself, or why there is nothing
record TorchPeer(Map<String, Double> milliseconds, List<String> remarks) {
    static final TorchPeer NONE = new TorchPeer(Map.of(), List.of("not asked for"));

    /// Runs the script, which takes some minutes where there is a GPU and next to no time where there is none.
    static TorchPeer measure(Path script, List<Long> batches, List<String> models) {
        List<String> command = new ArrayList<>(List.of("python3", script.toString(),
                batches.stream().map(Object::toString).collect(Collectors.joining(","))));
        command.addAll(models);
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (BufferedReader lines = process.inputReader()) {
                return parse(lines.lines().toList());
            }
        } catch (IOException e) {
            return new TorchPeer(Map.of(), List.of("python3 cannot be started: " + e.getMessage()));
        }
    }

    /// Lines of four fields are times, others are remarks.
    static TorchPeer parse(List<String> lines) {
        Map<String, Double> times = new HashMap<>();
        List<String> remarks = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split("\t");
            if (fields.length == 4) {
                times.put(key(fields[0], fields[1], fields[2]), Double.parseDouble(fields[3]));
            } else if (!line.isBlank()) {
                remarks.add(line);
            }
        }
        return new TorchPeer(times, remarks);
    }

    Optional<Double> milliseconds(String model, long batch, String precision) {
        return Optional.ofNullable(milliseconds.get(key(model, Long.toString(batch), precision)));
    }

    private static String key(String model, String batch, String precision) {
        return model + " " + batch + " " + precision;
    }
}

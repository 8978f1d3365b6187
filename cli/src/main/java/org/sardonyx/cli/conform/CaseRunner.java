package org.sardonyx.cli.conform;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sardonyx.frontend.ModelFile;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Session;

/// Runs one case after another on a device. Whatever happens in a case, our own bugs included, is its result.
final class CaseRunner {
    private final Device device;

    CaseRunner(Device device) {
        this.device = device;
    }

    CaseResult run(ConformanceCase test) {
        long start = System.nanoTime();
        Comparison comparison;
        Set<String> random = new LinkedHashSet<>();
        try {
            comparison = compare(test, ModelFile.read(test.model()).graph(), random);
        } catch (ModelException e) {
            comparison = failed(withoutFile(e.getMessage(), test));
        } catch (RuntimeException | Error e) {
            comparison = failed("internal error: " + BugDescription.of(e));
        }
        String note =
                random.isEmpty() ? "" : "random, only type and shape are as expected: " + String.join(", ", random);
        return new CaseResult(test.name(), comparison.problem().isEmpty(), comparison.problem().orElse(note),
                comparison.errors(), (System.nanoTime() - start) / 1_000_000);
    }

    private static Comparison failed(String reason) {
        return new Comparison(Optional.of(reason), Errors.NONE);
    }

    /// The case's name says which file it is.
    private static String withoutFile(String message, ConformanceCase test) {
        String file = test.model() + ": ";
        return message.startsWith(file) ? message.substring(file.length()) : message;
    }

    /// @param random is told the names of outputs that are random and not those expected
    private Comparison compare(ConformanceCase test, Graph graph, Set<String> random) {
        if (test.dataSets().isEmpty()) {
            return failed("there is no folder test_data_set_0 with inputs and outputs");
        }
        Set<String> mayBeRandom = RandomOutputs.of(graph);
        Comparison all = new Comparison(Optional.empty(), Errors.NONE);
        try (Session session = Session.open(graph, device)) {
            for (int i = 0; i < test.dataSets().size(); i++) {
                String place = test.dataSets().size() == 1 ? "" : "data set " + i + ", ";
                Map<String, Value> wanted = test.dataSets().get(i).outputs(session.outputs());
                Map<String, Value> found = session.run(test.dataSets().get(i).inputs(session.inputs()),
                        (_, _, _) -> stopIfInterrupted());
                for (String name : wanted.keySet()) {
                    Comparison one = Comparison.of(found.get(name), wanted.get(name), test.tolerance());
                    if (one.problem().isPresent() && mayBeRandom.contains(name)) {
                        random.add(name);
                        one = Comparison.ofTypes(found.get(name), wanted.get(name));
                    }
                    all = all.and(one.at(place + "output '" + name + "'"));
                }
            }
        }
        return all;
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted");
        }
    }
}

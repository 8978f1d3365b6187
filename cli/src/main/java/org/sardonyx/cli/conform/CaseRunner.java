package org.sardonyx.cli.conform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.value.Value;

/// Runs one case after another on a device. Whatever happens in a case, our own bugs included, is its result.
final class CaseRunner {
    private final Device device;

    CaseRunner(Device device) {
        this.device = device;
    }

    CaseResult run(ConformanceCase test) {
        long start = System.nanoTime();
        Outcome outcome;
        try {
            outcome = compare(test);
        } catch (ModelException e) {
            outcome = Outcome.failed(withoutFile(e.getMessage(), test));
        } catch (RuntimeException | Error e) {
            outcome = Outcome.failed("internal error: " + BugDescription.of(e));
        }
        return new CaseResult(test.name(), outcome.passed, outcome.reason, outcome.errors,
                (System.nanoTime() - start) / 1_000_000);
    }

    private record Outcome(boolean passed, String reason, Errors errors) {
        static Outcome failed(String reason) {
            return new Outcome(false, reason, Errors.NONE);
        }
    }

    /// The case's name says which file it is.
    private static String withoutFile(String message, ConformanceCase test) {
        String file = test.model() + ": ";
        return message.startsWith(file) ? message.substring(file.length()) : message;
    }

    private Outcome compare(ConformanceCase test) {
        if (test.dataSets().isEmpty()) {
            return Outcome.failed("there is no folder test_data_set_0 with inputs and outputs");
        }
        Graph graph = OnnxImporter.read(test.model()).graph();
        List<String> names = List.copyOf(graph.outputs().keySet());
        Set<Integer> random = RandomOutputs.of(graph);
        Set<String> notes = new LinkedHashSet<>();
        Optional<String> problem = Optional.empty();
        Errors errors = Errors.NONE;
        for (int set = 0; set < test.dataSets().size(); set++) {
            DataSet data = test.dataSets().get(set);
            List<Value> wanted = data.outputs(graph);
            List<Value> found = device.run(graph, data.inputs(graph));
            for (int i = 0; i < wanted.size(); i++) {
                Comparison comparison = random.contains(i)
                        ? Comparison.ofTypes(found.get(i), wanted.get(i))
                        : Comparison.of(found.get(i), wanted.get(i), test.tolerance());
                if (random.contains(i)) {
                    notes.add("'" + names.get(i) + "' is random: only its type and shape were compared");
                }
                String place = (test.dataSets().size() > 1 ? "data set " + set + ", " : "") + "output '" + names.get(i)
                        + "'";
                problem = problem.or(comparison.at(place)::problem);
                errors = errors.max(comparison.errors());
            }
        }
        return new Outcome(problem.isEmpty(), problem.orElse(String.join("; ", notes)), errors);
    }
}

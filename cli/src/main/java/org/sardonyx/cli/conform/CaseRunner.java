package org.sardonyx.cli.conform;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sardonyx.frontend.ModelFile;
import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Session;

/// Runs one case after another on a device. Whatever happens in a case, our own bugs included, is its result.
final class CaseRunner {
    private final Device device;
    private final InputForm form;

    CaseRunner(Device device, InputForm form) {
        this.device = device;
        this.form = form;
    }

    CaseResult run(ConformanceCase test) {
        long start = System.nanoTime();
        Comparison comparison;
        Set<String> random = new LinkedHashSet<>();
        try {
            comparison = compare(test, random);
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
    private Comparison compare(ConformanceCase test, Set<String> random) {
        OnnxFile model = ModelFile.open(test.model());
        Graph given = InputForm.GIVEN.read(model);
        if (test.dataSets().isEmpty()) {
            return failed("there is no folder test_data_set_0 with inputs and outputs");
        }
        Map<String, ValueType> types = new LinkedHashMap<>();
        given.inputs().forEach(input -> types.put(Graph.inputOf(input).name(), input.type()));
        Set<String> mayBeRandom = RandomOutputs.of(given);
        Comparison all = new Comparison(Optional.empty(), Errors.NONE);
        try (Session session = Session.open(form == InputForm.GIVEN ? given : form.read(model), device)) {
            for (int i = 0; i < test.dataSets().size(); i++) {
                String place = test.dataSets().size() == 1 ? "" : "data set " + i + ", ";
                Map<String, Value> wanted = test.dataSets().get(i).outputs(session.outputs());
                Map<String, Value> inputs = test.dataSets().get(i).inputs(types);
                Map<String, Value> found =
                        form == InputForm.CONSTANT ? runSettled(given, inputs) : run(session, inputs);
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

    private Map<String, Value> runSettled(Graph graph, Map<String, Value> inputs) {
        try (Session session = Session.open(InputForm.settled(graph, inputs), device)) {
            Map<String, Value> left = new LinkedHashMap<>(inputs);
            left.keySet().retainAll(session.inputs().keySet());
            return run(session, left);
        }
    }

    private static Map<String, Value> run(Session session, Map<String, Value> inputs) {
        return session.run(inputs, (_, _, _) -> stopIfInterrupted());
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted");
        }
    }
}

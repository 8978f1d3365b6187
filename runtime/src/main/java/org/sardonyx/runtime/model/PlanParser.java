package org.sardonyx.runtime.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.text.GraphParser;
import org.sardonyx.ir.text.Scanner;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.opencl.Dispatch;
import org.sardonyx.runtime.opencl.KernelSource;
import org.sardonyx.runtime.program.MemoryPlan;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.Step;

/// Reads programs as [PlanPrinter] prints them.
final class PlanParser {
    private final Scanner scanner;
    private final Source source;
    private final List<Program.Binding> inputs = new ArrayList<>();
    private final List<Program.Binding> outputs = new ArrayList<>();
    private final List<Tensor> constants = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    private final List<String> kernels = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();
    private final List<List<Dispatch>> calls = new ArrayList<>();
    private long arenaBytes;
    private long threadBytes;
    private int hostValues;

    /// What a plan tells by its name only.
    interface Source {
        /// The tensor that an entry holds.
        Tensor weight(String entry, TensorType type);

        /// A kernel in OpenCL C.
        KernelSource kernel(String name);
    }

    private PlanParser(String text, Source source) {
        this.scanner = new Scanner(text);
        this.source = source;
    }

    /// @throws ModelException if the text is not a program
    static Plan parse(String text, Source source) {
        PlanParser parser = new PlanParser(text, source);
        try {
            return parser.plan();
        } catch (IllegalArgumentException e) {
            throw parser.scanner.error(e.getMessage());
        }
    }

    private Plan plan() {
        scanner.expect("program");
        String name = scanner.quoted();
        scanner.expect("{");
        while (scanner.accept("input")) {
            inputs.add(new Program.Binding(name(), GraphParser.type(scanner), new Place.OfInput(inputs.size())));
        }
        while (scanner.accept("output")) {
            String output = name();
            ValueType type = GraphParser.type(scanner);
            scanner.expect("in");
            outputs.add(new Program.Binding(output, type, place()));
        }
        MemoryPlan memory = memory();
        while (scanner.accept("constant")) {
            if (!(GraphParser.type(scanner) instanceof TensorType type)) {
                throw scanner.error("expected the type of a tensor");
            }
            scanner.expect("=");
            entries.add(scanner.quoted());
            constants.add(source.weight(entries.getLast(), type));
        }
        while (scanner.accept("kernel")) {
            kernels.add(scanner.quoted());
            if (scanner.accept("class")) {
                classes.add(scanner.quoted());
            }
        }
        List<Step> steps = new ArrayList<>();
        while (!scanner.accept("}")) {
            if (scanner.accept("step")) {
                steps.add(kernelStep());
            } else {
                scanner.expect("host");
                steps.add(hostStep());
                calls.add(List.of());
            }
        }
        if (!scanner.atEnd()) {
            throw scanner.error("expected the end of the program");
        }
        for (Program.Binding output : outputs) {
            require(output.place());
        }
        Program program = new Program(name, inputs, outputs, constants, kernels, steps, memory, hostValues);
        if (classes.isEmpty()) {
            return new Plan(program, entries, new Plan.Dispatches(calls));
        }
        if (classes.size() != kernels.size()) {
            throw scanner.error("a kernel has no class");
        }
        return new Plan(program, entries, new Plan.Classes(classes));
    }

    private String name() {
        String name = scanner.quoted();
        scanner.expect(":");
        return name;
    }

    private long number(String keyword) {
        scanner.expect(keyword);
        return scanner.integer();
    }

    private int count(String keyword) {
        long count = number(keyword);
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw scanner.error(count + " is out of range");
        }
        return (int) count;
    }

    private MemoryPlan memory() {
        arenaBytes = number("arena");
        long bound = number("bound");
        long unshared = number("unshared");
        threadBytes = number("thread");
        hostValues = count("host");
        scanner.expect("{");
        List<MemoryPlan.Extent> values = new ArrayList<>();
        while (!scanner.accept("}")) {
            values.add(new MemoryPlan.Extent(number("offset"), number("bytes"), count("steps"), count("to")));
        }
        return new MemoryPlan(arenaBytes, bound, unshared, values, threadBytes);
    }

    private <T> List<T> list(Supplier<T> element) {
        List<T> elements = new ArrayList<>();
        scanner.expect("(");
        while (!scanner.accept(")")) {
            if (!elements.isEmpty()) {
                scanner.expect(",");
            }
            elements.add(element.get());
        }
        return elements;
    }

    private Place place() {
        String kind = scanner.word();
        long number = scanner.integer();
        int index = Math.clamp(number, -1, Integer.MAX_VALUE);
        return switch (kind) {
            case "arena" -> new Place.InArena(number);
            case "thread" -> new Place.OfThread(number, number("to") - number);
            case "constant" -> new Place.OfConstant(index);
            case "input" -> new Place.OfInput(index);
            case "output" -> new Place.OfOutput(index);
            case "host" -> new Place.OnHost(index);
            default -> throw scanner.error("'" + kind + "' is no place");
        };
    }

    /// A place that there is; the text tells of all of them before it tells of steps.
    private Place require(Place place) {
        boolean there = switch (place) {
            case Place.InArena(long offset) -> offset >= 0 && offset <= arenaBytes;
            case Place.OfThread(long offset, long bytes) ->
                    offset >= 0 && bytes >= 0 && bytes <= threadBytes - offset;
            case Place.OfConstant(int index) -> index >= 0 && index < constants.size();
            case Place.OfInput(int index) -> index >= 0 && index < inputs.size();
            case Place.OfOutput(int index) -> index >= 0 && index < outputs.size();
            case Place.OnHost(int index) -> index >= 0 && index < hostValues;
        };
        if (!there) {
            throw scanner.error("there is no " + place);
        }
        return place;
    }

    private Step.KernelStep kernelStep() {
        String description = scanner.quoted();
        long operations = number("operations");
        List<Step.Phase> phases = new ArrayList<>();
        scanner.expect("{");
        while (scanner.accept("phase")) {
            long extent = scanner.integer();
            int threads = count("threads");
            Optional<Step.Tiling> tiling = tiling();
            List<Step.Launch> launches = new ArrayList<>();
            scanner.expect("{");
            while (!scanner.accept("}")) {
                launches.add(launch());
            }
            phases.add(new Step.Phase(launches, extent, threads, tiling));
        }
        List<Dispatch> called = new ArrayList<>();
        while (!scanner.accept("}")) {
            called.add(call());
        }
        calls.add(called);
        return new Step.KernelStep(description, phases, operations);
    }

    private Optional<Step.Tiling> tiling() {
        if (!scanner.accept("tile")) {
            return Optional.empty();
        }
        String tile = scanner.quoted();
        scanner.expect("for");
        return Optional.of(new Step.Tiling(scanner.quoted(), tile, scanner.accept("tuned")));
    }

    private Step.Launch launch() {
        int kernel = count("kernel");
        if (kernel >= kernels.size()) {
            throw scanner.error("there is no kernel " + kernel);
        }
        scanner.expect("on");
        List<Place> buffers = list(() -> require(place()));
        scanner.expect("scalars");
        List<Long> scalars = list(scanner::integer);
        scanner.expect("small");
        List<Long> small = list(scanner::integer);
        return new Step.Launch(kernel, buffers, scalars, small, number("places"), number("work"));
    }

    private Dispatch call() {
        scanner.expect("call");
        KernelSource kernel = source.kernel(scanner.quoted());
        scanner.expect("on");
        List<Place> buffers = list(() -> require(place()));
        scanner.expect("numbers");
        List<Long> numbers = list(scanner::integer);
        return new Dispatch(kernel, buffers, numbers, number("extent"), number("group"), number("scratch"));
    }

    private Step.TypedPlace typed() {
        Place place = require(place());
        scanner.expect(":");
        return new Step.TypedPlace(place, GraphParser.type(scanner));
    }

    private Step.HostStep hostStep() {
        String description = scanner.quoted();
        scanner.expect("takes");
        List<Step.TypedPlace> operands = list(this::typed);
        scanner.expect("gives");
        List<Step.TypedPlace> results = list(this::typed);
        scanner.expect("with");
        List<Tensor> tensors = list(() -> require(place())).stream().map(this::constant).toList();
        return new Step.HostStep(description, HostNode.of(GraphParser.parse(scanner, tensors)), operands, results);
    }

    private Tensor constant(Place place) {
        if (place instanceof Place.OfConstant(int index)) {
            return constants.get(index);
        }
        throw scanner.error(place + " is no constant");
    }
}

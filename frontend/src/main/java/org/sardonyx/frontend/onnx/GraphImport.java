package org.sardonyx.frontend.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.sardonyx.frontend.catalogue.Subgraph;
import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.SparseTensorProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.frontend.onnx.proto.ValueInfoProto;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// Imports one GraphProto: the model's own graph, or one in an attribute.
final class GraphImport {
    private final ModelContext context;
    private final Scope scope;
    private final NodeImport nodes;
    private final GraphProto proto;
    private final int depth;

    /// @param parameters the attributes of the call if the graph is in the body of a function
    GraphImport(ModelContext context, Map<String, Long> opsets, Map<String, AttributeProto> parameters,
            Optional<Scope> parent, GraphProto proto, int depth) {
        this(context, opsets, parameters, new Scope(new GraphBuilder(proto.getName()), parent), proto, depth);
    }

    /// @param scope what the graph's names are defined in
    GraphImport(ModelContext context, Map<String, Long> opsets, Map<String, AttributeProto> parameters, Scope scope,
            GraphProto proto, int depth) {
        this.context = context;
        this.proto = proto;
        this.scope = scope;
        this.depth = depth;
        this.nodes = new NodeImport(context, opsets, parameters, scope, depth);
        declare(proto.getInputList());
        declare(proto.getValueInfoList());
        declare(proto.getOutputList());
    }

    private void declare(List<ValueInfoProto> values) {
        for (ValueInfoProto value : values) {
            try {
                scope.declare(value.getName(), TypeReader.read(value.getType()));
            } catch (ModelException _) {
                // Of an input or output it is told where the type is needed; a wrong note about another value is of no use.
            }
        }
    }

    /// Imports the graph of a model. Inputs that have an initializer are constants.
    void importModel() {
        Set<String> initialized = initializerNames();
        for (ValueInfoProto input : proto.getInputList()) {
            if (!initialized.contains(input.getName())) {
                defineInput(input.getName(), () -> declaredType(input));
            }
        }
        importBody();
        for (ValueInfoProto output : proto.getOutputList()) {
            if (!scope.isBroken(output.getName())) {
                attempt("output", output.getName(),
                        () -> scope.builder().output(output.getName(), output(output)));
            }
        }
    }

    /// Imports a graph in an attribute.
    ///
    /// @param types the types of the inputs that have no initializer
    Subgraph.Closure close(List<? extends ValueType> types) {
        int before = context.problems().count();
        List<ValueInfoProto> inputs = formalInputs(types.size());
        for (int i = 0; i < types.size(); i++) {
            ValueInfoProto input = inputs.get(i);
            ValueType type = types.get(i);
            defineInput(input.getName(), () -> checked(type, input));
        }
        List<Operand> outputs = importOutputs(before);
        for (int i = 0; i < outputs.size(); i++) {
            // A graph may yield one value several times.
            scope.builder().output(i + " " + proto.getOutput(i).getName(), outputs.get(i));
        }
        return new Subgraph.Closure(scope.builder().build(), scope.captures());
    }

    /// Imports a graph in an attribute into the builder of the graph around it.
    List<Operand> inline(List<Operand> operands) {
        int before = context.problems().count();
        List<ValueInfoProto> inputs = formalInputs(operands.size());
        for (int i = 0; i < operands.size(); i++) {
            checked(operands.get(i).type(), inputs.get(i));
            scope.define(inputs.get(i).getName(), operands.get(i));
        }
        return importOutputs(before);
    }

    private List<ValueInfoProto> formalInputs(int count) {
        Set<String> initialized = initializerNames();
        List<ValueInfoProto> inputs =
                proto.getInputList().stream().filter(input -> !initialized.contains(input.getName())).toList();
        if (inputs.size() != count) {
            throw new ModelException("graph '" + proto.getName() + "' has " + inputs.size() + " inputs, expected "
                    + count);
        }
        return inputs;
    }

    /// @param before how many problems there were before this graph
    private List<Operand> importOutputs(int before) {
        importBody();
        List<Operand> outputs = new ArrayList<>();
        for (ValueInfoProto output : proto.getOutputList()) {
            attempt("output", output.getName(), () -> outputs.add(output(output)));
        }
        if (context.problems().count() > before || outputs.size() != proto.getOutputCount()) {
            throw new Problems.AlreadyReported();
        }
        return outputs;
    }

    Scope scope() {
        return scope;
    }

    private Set<String> initializerNames() {
        Set<String> names = new HashSet<>();
        proto.getInitializerList().forEach(tensor -> names.add(tensor.getName()));
        proto.getSparseInitializerList().forEach(tensor -> names.add(tensor.getValues().getName()));
        return names;
    }

    private static ValueType declaredType(ValueInfoProto info) {
        return TypeReader.read(info.getType());
    }

    /// The type of what an input of a sub-graph gets. It may tell more about shapes than the declaration, or less: a value
    /// that a loop carries may have another shape in each iteration.
    private static ValueType checked(ValueType given, ValueInfoProto info) {
        if (info.hasType() && given instanceof TensorType tensor
                && (!(declaredType(info) instanceof TensorType declared)
                        || declared.dataType() != tensor.dataType())) {
            throw new ModelException("declared as " + declaredType(info) + ", but gets a " + given);
        }
        return given;
    }

    private void defineInput(String name, Supplier<ValueType> type) {
        boolean done = attempt("input", name, () -> {
            if (scope.defines(name)) {
                throw new ModelException("the name is given twice");
            }
            scope.define(name, scope.builder().input(name, type.get()));
        });
        if (!done) {
            scope.defineBroken(name);
        }
    }

    private void importBody() {
        for (TensorProto tensor : proto.getInitializerList()) {
            defineConstant(tensor.getName(), () -> scope.builder().constant(context.tensors().read(tensor)));
        }
        for (SparseTensorProto tensor : proto.getSparseInitializerList()) {
            defineConstant(tensor.getValues().getName(),
                    () -> scope.builder().constant(context.tensors().read(tensor)));
        }
        nodes.importAll(proto.getNodeList());
    }

    private void defineConstant(String name, Supplier<Operand> constant) {
        boolean done = attempt("initializer", name, () -> {
            if (scope.defines(name)) {
                throw new ModelException("the name is given twice");
            }
            scope.define(name, constant.get());
        });
        if (!done) {
            scope.defineBroken(name);
        }
    }

    private Operand output(ValueInfoProto output) {
        if (scope.isBroken(output.getName())) {
            throw new Problems.AlreadyReported();
        }
        Operand operand = scope.find(output.getName())
                .orElseThrow(() -> new ModelException("no node computes it, and it is neither input nor initializer"));
        if (output.hasType() && operand.type() instanceof TensorType tensor
                && declaredType(output) instanceof TensorType declared && declared.dataType() != tensor.dataType()) {
            throw new ModelException("declared as " + declared + ", but it is a " + tensor);
        }
        return operand;
    }

    /// @return whether the action succeeded; a problem is reported with the value it is about and the graph of that value
    private boolean attempt(String kind, String name, Runnable action) {
        try {
            action.run();
            return true;
        } catch (ModelException e) {
            String graph = depth == 0 ? "" : " of graph '" + proto.getName() + "'";
            context.problems().add(kind + " '" + name + "'" + graph + ": " + e.getMessage());
            return false;
        }
    }
}

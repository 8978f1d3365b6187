package org.sardonyx.codegen.model;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.sardonyx.codegen.model.ModelApi.Member;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.runtime.model.ModelDescription;

/// Writes the source of the class that [ModelClass] makes: what a development environment shows of it, shapes and types in its
/// comments.
final class ModelSource {
    private final ModelApi api;
    private final ModelDescription model;

    private ModelSource(ModelDescription model) {
        this.model = model;
        this.api = ModelApi.of(model);
    }

    static String of(ModelDescription model) {
        return new ModelSource(model).text();
    }

    private String text() {
        String name = api.name().displayName();
        StringBuilder text = new StringBuilder("package " + api.name().packageName() + ";\n\n");
        text.append("/// The model ").append(comment(model.name()))
                .append(", compiled ahead of time. It may be used by several "
                        + "threads, and is to be closed.\n///\n");
        describe(text, "Takes", api.inputs());
        describe(text, "Gives", api.outputs());
        text.append("public final class ").append(name).append(" extends org.sardonyx.runtime.model.TypedModel {\n")
                .append("    /// Opens the model on its default device with the default options.\n")
                .append("    public ").append(name).append("() {\n        super(").append(name)
                .append(".class);\n    }\n\n")
                .append("    /// Opens the model.\n    ///\n    /// @param device the name of a device, or `auto`\n")
                .append("    public ").append(name)
                .append("(String device, org.sardonyx.runtime.SessionOptions options) {\n        super(").append(name)
                .append(".class, device, options);\n    }\n\n");
        text.append("    /// Runs the model.\n    ///\n");
        parameters(text);
        text.append("    public Outputs run(").append(declared(ModelSource::javaType)).append(") {\n")
                .append("        org.sardonyx.ir.value.Value[] results = compute(").append(names())
                .append(");\n        return new Outputs(").append(results()).append(");\n    }\n\n");
        if (api.outputs().size() == 1) {
            Member output = api.outputs().getFirst();
            text.append("    /// Computes ").append(comment(output.original())).append(".\n    ///\n");
            parameters(text);
            text.append("    /// @return ").append(type(output.type())).append('\n')
                    .append("    public ").append(javaType(output)).append(' ').append(output.name()).append('(')
                    .append(declared(ModelSource::javaType)).append(") {\n        return (").append(javaType(output))
                    .append(") compute(").append(names()).append(")[0];\n    }\n\n");
        }
        if (api.takesArrays()) {
            Member output = api.outputs().getFirst();
            text.append("    /// Computes ").append(comment(output.original()))
                    .append(" from numbers in row-major order.\n    ///\n");
            parameters(text);
            text.append("    /// @return the elements of a ").append(type(output.type())).append('\n')
                    .append("    public float[] ").append(output.name()).append('(').append(declared(_ -> "float[]"))
                    .append(") {\n        return floats(compute(").append(arrays()).append(")[0]);\n    }\n\n");
        }
        text.append("    /// The outputs of a run.\n    ///\n");
        api.outputs().forEach(output -> text.append("    /// @param ").append(output.name()).append(' ')
                .append(type(output.type())).append('\n'));
        return text.append("    public record Outputs(").append(api.outputs().stream()
                .map(output -> javaType(output) + " " + output.name()).collect(Collectors.joining(", ")))
                .append(") {}\n}\n").toString();
    }

    private static void describe(StringBuilder text, String verb, List<Member> members) {
        for (Member member : members) {
            text.append("/// - ").append(verb).append(" `").append(comment(member.original()))
                    .append("`: ").append(type(member.type())).append('\n');
        }
    }

    private void parameters(StringBuilder text) {
        api.inputs().forEach(input -> text.append("    /// @param ").append(input.name()).append(' ')
                .append(type(input.type())).append('\n'));
    }

    /// Types have brackets, which would be links.
    private static String type(ValueType type) {
        return "`" + type + "`" + (type instanceof TensorType tensor && !tensor.shape().isStatic()
                ? ", in the sizes that the model was compiled for"
                : "");
    }

    private static String comment(String text) {
        return text.replaceAll("[\\p{Cntrl}`\\\\]", " ");
    }

    private static String javaType(Member member) {
        return member.javaType().packageName() + "." + member.javaType().displayName();
    }

    private String declared(Function<Member, String> type) {
        return api.inputs().stream().map(input -> type.apply(input) + " " + input.name())
                .collect(Collectors.joining(", "));
    }

    private String names() {
        return api.inputs().stream().map(Member::name).collect(Collectors.joining(", "));
    }

    private String arrays() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < api.inputs().size(); i++) {
            text.append(i == 0 ? "" : ", ").append("tensor(").append(i).append(", ").append(api.inputs().get(i).name())
                    .append(')');
        }
        return text.toString();
    }

    private String results() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < api.outputs().size(); i++) {
            text.append(i == 0 ? "" : ", ").append('(').append(javaType(api.outputs().get(i))).append(") results[")
                    .append(i).append(']');
        }
        return text.toString();
    }
}

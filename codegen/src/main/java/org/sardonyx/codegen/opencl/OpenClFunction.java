package org.sardonyx.codegen.opencl;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;

import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.loop.LoopStatement;
import org.sardonyx.ir.loop.LoopType;
import org.sardonyx.ir.loop.MatrixForm;

/// Renders the body of a kernel, for one index of its outermost loop, as a function in OpenCL C.
final class OpenClFunction {
    private static final String INDENT = "    ";

    private final OpenClExpressions expressions;
    private final StringBuilder text = new StringBuilder();
    private int depth = 1;

    private OpenClFunction(OpenClExpressions expressions) {
        this.expressions = expressions;
    }

    /// The parameters and the body of a function, to which a name is to be given: it takes the index, the buffers, then the
    /// kernel's parameters.
    ///
    /// If there is a work-group, the number of the item follows the index, and its buffers follow the others.
    ///
    /// @param expressions of the kernel
    static String render(LoopKernel kernel, OpenClExpressions expressions) {
        OpenClFunction function = new OpenClFunction(expressions);
        StringJoiner parameters = new StringJoiner(", ", "(", ")\n{\n");
        String index = "const " + expressions.type(LoopType.INDEX) + " ";
        parameters.add(index + OpenClExpressions.name(kernel.variable()));
        kernel.group().ifPresent(group -> parameters.add(index + OpenClExpressions.name(group.item())));
        Set<String> written = new HashSet<>();
        addWritten(kernel.body(), written);
        for (String buffer : kernel.buffers()) {
            boolean constant = expressions.indices().divisors().isPresent() && !written.contains(buffer);
            parameters.add((constant ? "const " : "") + expressions.spaces().get(buffer).qualifier() + " "
                    + expressions.element(buffer) + " *"
                    + (constant ? "restrict " : "") + OpenClExpressions.name(buffer));
        }
        kernel.group().ifPresent(group -> group.shared().forEach(shared -> parameters.add(AddressSpace.LOCAL.qualifier()
                + " " + expressions.element(shared.name()) + " *" + OpenClExpressions.name(shared.name()))));
        kernel.parameters().forEach(name -> parameters.add(index + OpenClExpressions.name(name)));
        function.text.append(parameters);
        function.emit(kernel.body());
        return function.text.append("}\n\n").toString();
    }

    private static void addWritten(LoopStatement statement, Set<String> buffers) {
        switch (statement) {
            case LoopStatement.Block(var statements) -> statements.forEach(inner -> addWritten(inner, buffers));
            case LoopStatement.Loop loop -> addWritten(loop.body(), buffers);
            case LoopStatement.When(_, var body) -> addWritten(body, buffers);
            case LoopStatement.Store store -> buffers.add(store.buffer());
            case LoopStatement.Define _,LoopStatement.Assign _,LoopStatement.Prefetch _,LoopStatement.Barrier _,LoopStatement.MultiplyMatrices _ ->
                    {}
        }
    }

    private void line(String line) {
        text.append(INDENT.repeat(depth)).append(line).append('\n');
    }

    private void emit(LoopStatement statement) {
        switch (statement) {
            case LoopStatement.Block(var statements) -> statements.forEach(this::emit);
            case LoopStatement.Define(String name, var value) ->
                    line(expressions.type(value.type()) + " " + OpenClExpressions.name(name)
                            + " = " + expressions.text(value) + ";");
            case LoopStatement.Assign(String name, var value) ->
                    line(OpenClExpressions.name(name) + " = " + expressions.text(value) + ";");
            case LoopStatement.Loop(String named, var from, var to, var step, var body) -> {
                String variable = OpenClExpressions.name(named);
                String end = end(variable, to);
                line("for (" + expressions.type(LoopType.INDEX) + " " + variable + " = " + expressions.text(from) + "; "
                        + variable + " < " + end + "; "
                        + variable + " += " + expressions.text(step) + ") {");
                block(body);
            }
            case LoopStatement.Store store -> line(store(store));
            case LoopStatement.Prefetch(String buffer, var index) -> line(
                    expressions.helpers().prefetch() + "(" + expressions.address(buffer, index) + ");");
            case LoopStatement.Barrier _ -> line("barrier(CLK_LOCAL_MEM_FENCE);");
            case LoopStatement.MultiplyMatrices product -> multiply(product);
            case LoopStatement.When(var condition, var body) -> {
                line("if (" + expressions.text(condition) + ") {");
                block(body);
            }
        }
    }

    /// The end of a loop is computed once.
    private String end(String variable, LoopExpression to) {
        if (to instanceof LoopExpression.IndexConstant || to instanceof LoopExpression.Parameter) {
            return expressions.text(to);
        }
        String end = variable + "_end";
        line("const " + expressions.type(LoopType.INDEX) + " " + end + " = " + expressions.text(to) + ";");
        return end;
    }

    private void block(LoopStatement.Block body) {
        depth++;
        emit(body);
        depth--;
        line("}");
    }

    private void multiply(LoopStatement.MultiplyMatrices product) {
        StringJoiner operands = new StringJoiner(", ");
        Stream.of(product.left(), product.right(), product.sums()).flatMap(List::stream).map(expressions::text)
                .forEach(operands::add);
        line("{");
        depth++;
        line("const float4 sums = " + expressions.helpers().multiply(product.form()) + "(" + operands + ");");
        for (int i = 0; i < MatrixForm.SUMS; i++) {
            line(expressions.text(product.sums().get(i)) + " = sums.s" + i + ";");
        }
        depth--;
        line("}");
    }

    private String store(LoopStatement.Store store) {
        String value = expressions.rounded(store.buffer(), store.value());
        int lanes = store.value().type().lanes();
        if (store.count().isPresent()) {
            return expressions.helpers().store(expressions.spaces().get(store.buffer()),
                    expressions.element(store.buffer()), lanes) + "(" + value + ", "
                    + expressions.address(store.buffer(), store.index()) + ", "
                    + expressions.text(store.count().get()) + ");";
        }
        if (store.value().type().kind() == LoopType.Kind.REGISTER) {
            return expressions.registers("", store.buffer(), store.index(), lanes) + " = " + value + ";";
        }
        if (expressions.isHalf(store.buffer())) {
            return "vstore" + expressions.half(store.index(), lanes) + "_rte(" + value + ", 0, "
                    + expressions.address(store.buffer(), store.index()) + ");";
        }
        if (lanes == 1) {
            return OpenClExpressions.name(store.buffer()) + "[" + expressions.text(store.index()) + "] = " + value
                    + ";";
        }
        return expressions.vector("", store.buffer(), store.index(), lanes).map(vector -> vector + " = " + value + ";")
                .orElse("vstore" + lanes + "(" + value + ", 0, "
                        + expressions.address(store.buffer(), store.index()) + ");");
    }
}

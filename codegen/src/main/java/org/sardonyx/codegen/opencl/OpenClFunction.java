package org.sardonyx.codegen.opencl;

import java.util.Map;
import java.util.StringJoiner;

import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.loop.LoopStatement;
import org.sardonyx.ir.loop.LoopType;

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
    /// @param spaces the address space of each buffer
    static String render(LoopKernel kernel, Map<String, AddressSpace> spaces, OpenClHelpers helpers) {
        OpenClFunction function = new OpenClFunction(new OpenClExpressions(spaces, helpers));
        StringJoiner parameters = new StringJoiner(", ", "(", ")\n{\n");
        parameters.add("const long " + OpenClExpressions.name(kernel.variable()));
        for (String buffer : kernel.buffers()) {
            parameters.add(spaces.get(buffer).qualifier() + " float *" + OpenClExpressions.name(buffer));
        }
        kernel.parameters().forEach(name -> parameters.add("const long " + OpenClExpressions.name(name)));
        function.text.append(parameters);
        function.emit(kernel.body());
        return function.text.append("}\n\n").toString();
    }

    private void line(String line) {
        text.append(INDENT.repeat(depth)).append(line).append('\n');
    }

    private void emit(LoopStatement statement) {
        switch (statement) {
            case LoopStatement.Block(var statements) -> statements.forEach(this::emit);
            case LoopStatement.Define(String name, var value) ->
                    line(OpenClExpressions.type(value.type()) + " " + OpenClExpressions.name(name)
                            + " = " + expressions.text(value) + ";");
            case LoopStatement.Assign(String name, var value) ->
                    line(OpenClExpressions.name(name) + " = " + expressions.text(value) + ";");
            case LoopStatement.Loop(String named, var from, var to, var step, var body) -> {
                String variable = OpenClExpressions.name(named);
                String end = end(variable, to);
                line("for (long " + variable + " = " + expressions.text(from) + "; " + variable + " < " + end + "; "
                        + variable + " += " + expressions.text(step) + ") {");
                block(body);
            }
            case LoopStatement.Store store -> line(store(store));
            case LoopStatement.Prefetch(String buffer, var index) -> line(
                    expressions.helpers().prefetch() + "(" + expressions.address(buffer, index) + ");");
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
        line("const " + OpenClExpressions.type(LoopType.INDEX) + " " + end + " = " + expressions.text(to) + ";");
        return end;
    }

    private void block(LoopStatement.Block body) {
        depth++;
        emit(body);
        depth--;
        line("}");
    }

    private String store(LoopStatement.Store store) {
        String value = expressions.text(store.value());
        int lanes = store.value().type().lanes();
        if (store.count().isPresent()) {
            return expressions.helpers().store(expressions.spaces().get(store.buffer()), lanes) + "(" + value + ", "
                    + expressions.address(store.buffer(), store.index()) + ", "
                    + expressions.text(store.count().get()) + ");";
        }
        return lanes == 1
                ? OpenClExpressions.name(store.buffer()) + "[" + expressions.text(store.index()) + "] = " + value + ";"
                : "vstore" + lanes + "(" + value + ", 0, " + expressions.address(store.buffer(), store.index()) + ");";
    }
}

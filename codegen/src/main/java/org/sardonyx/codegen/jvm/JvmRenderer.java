package org.sardonyx.codegen.jvm;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.loop.LoopStatement;
import org.sardonyx.ir.loop.LoopType;
import org.sardonyx.runtime.kernel.Kernel;
import org.sardonyx.runtime.kernel.VectorUnit;

/// Renders a kernel as a class with two methods: `run`, the outermost loop over a part of its range, and `compute`, its body
/// for one index, which does nothing for one below 0. The body is a method of its own because the virtual machine compiles methods by
/// how often they are called.
public final class JvmRenderer {
    private static final ClassDesc KERNEL = Kernel.class.describeConstable().orElseThrow();
    private static final ClassDesc HIDDEN = ClassDesc.of(JvmRenderer.class.getPackageName(), "GeneratedKernel");
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(ConstantDescs.CD_void, VectorApi.SEGMENT.arrayType(),
            ConstantDescs.CD_long.arrayType(), ConstantDescs.CD_long, ConstantDescs.CD_long);

    private JvmRenderer() {}

    /// The lanes of the machine's vectors of float32: 4, 8 or 16; 1 where the Vector API is absent.
    public static int preferredLanes() {
        return VectorUnit.preferredLanes();
    }

    /// Makes a kernel that can be run.
    public static Kernel load(LoopKernel kernel) {
        try {
            Class<?> type = MethodHandles.lookup().defineHiddenClass(render(kernel, HIDDEN), true).lookupClass();
            return (Kernel) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("kernel '" + kernel.name() + "' cannot be loaded", e);
        }
    }

    /// The class file of a kernel, as [#load] makes it a class.
    public static byte[] render(LoopKernel kernel) {
        return render(kernel, HIDDEN);
    }

    /// The class file of a kernel.
    ///
    /// @param name of the class, which is public
    public static byte[] render(LoopKernel kernel, ClassDesc name) {
        if (kernel.group().isPresent() || !kernel.halves().isEmpty()) {
            throw new IllegalStateException("kernel '" + kernel.name() + "' is for other devices");
        }
        return ClassFile.of().build(name, type -> {
            type.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SYNTHETIC).withInterfaceSymbols(KERNEL);
            type.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_PUBLIC,
                    code -> code.aload(0)
                            .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                            .return_());
            type.withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, code -> run(kernel, name, code));
            type.withMethodBody("compute", signature(kernel), ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC,
                    code -> compute(kernel, code));
        });
    }

    private static MethodTypeDesc signature(LoopKernel kernel) {
        List<ClassDesc> parameters = new ArrayList<>(Collections.nCopies(kernel.buffers().size(), VectorApi.SEGMENT));
        parameters.addAll(Collections.nCopies(kernel.parameters().size() + 1, ConstantDescs.CD_long));
        return MethodTypeDesc.of(ConstantDescs.CD_void, parameters);
    }

    private static void run(LoopKernel kernel, ClassDesc name, CodeBuilder code) {
        int place = 3;
        int end = 5;
        List<Integer> arguments = new ArrayList<>();
        for (int i = 0; i < kernel.buffers().size(); i++) {
            int slot = code.allocateLocal(TypeKind.REFERENCE);
            code.aload(1).loadConstant(i).aaload().astore(slot);
            arguments.add(slot);
        }
        for (int i = 0; i < kernel.parameters().size(); i++) {
            int slot = code.allocateLocal(TypeKind.LONG);
            code.aload(2).loadConstant(i).laload().lstore(slot);
            arguments.add(slot);
        }
        Label test = code.newBoundLabel();
        Label done = code.newLabel();
        code.lload(place).lload(end).lcmp().ifge(done);
        for (int i = 0; i < arguments.size(); i++) {
            if (i < kernel.buffers().size()) {
                code.aload(arguments.get(i));
            } else {
                code.lload(arguments.get(i));
            }
        }
        code.lload(place).invokestatic(name, "compute", signature(kernel));
        code.lload(place).lconst_1().ladd().lstore(place).goto_(test);
        code.labelBinding(done).return_();
    }

    private static void compute(LoopKernel kernel, CodeBuilder code) {
        Locals locals = new Locals(code);
        Label done = code.newLabel();
        code.lload(code.parameterSlot(kernel.buffers().size() + kernel.parameters().size())).lconst_0().lcmp()
                .iflt(done);
        int index = 0;
        for (String buffer : kernel.buffers()) {
            locals.parameter(buffer, index++);
            VectorApi.castToNative(code, locals.slot(buffer));
        }
        for (String parameter : kernel.parameters()) {
            locals.parameter(parameter, index++);
        }
        locals.parameter(kernel.variable(), index);
        new Body(code, locals, new ExpressionEmitter(code, locals)).emit(kernel.body());
        code.labelBinding(done);
        keepFromFirstCompiler(code);
        code.return_();
    }

    /// Ends a method so that only the optimising compiler of the virtual machine takes it. The other one turns each vector
    /// into an object, takes long to do so, and gives up on large tiles; if that happens after it had compiled the method
    /// without profiling, the method is never compiled again. It refuses methods with an exception handler that is
    /// also reached without an exception, which costs nothing where no instruction of the guarded range can throw.
    private static void keepFromFirstCompiler(CodeBuilder code) {
        Label start = code.newBoundLabel();
        code.nop();
        Label end = code.newBoundLabel();
        code.aconst_null();
        Label handler = code.newBoundLabel();
        code.exceptionCatchAll(start, end, handler);
        code.pop();
    }

    private record Body(CodeBuilder code, Locals locals, ExpressionEmitter expressions) {
        void emit(LoopStatement statement) {
            switch (statement) {
                case LoopStatement.Block(var statements) -> statements.forEach(this::emit);
                case LoopStatement.Define(String name, var value) -> {
                    expressions.emit(value);
                    put(value.type(), locals.define(name, value.type()));
                }
                case LoopStatement.Assign(String name, var value) -> {
                    expressions.emit(value);
                    put(value.type(), locals.slot(name));
                }
                case LoopStatement.Loop loop -> loop(loop);
                case LoopStatement.Store store -> store(store);
                case LoopStatement.Prefetch _ -> {
                    // The virtual machine has no such instruction.
                }
                case LoopStatement.Barrier _,LoopStatement.MultiplyMatrices _ ->
                        throw new IllegalStateException("the virtual machine has no work-groups");
                case LoopStatement.When(var condition, var body) -> {
                    Label end = code.newLabel();
                    expressions.jumpUnless(condition, end);
                    emit(body);
                    code.labelBinding(end);
                }
            }
        }

        private void put(LoopType type, int slot) {
            switch (type.kind()) {
                case INDEX -> code.lstore(slot);
                case FLOAT -> {
                    if (type.lanes() == 1) {
                        code.fstore(slot);
                    } else {
                        code.astore(slot);
                    }
                }
                case CONDITION -> throw new IllegalStateException("a variable of a condition");
                case REGISTER -> throw ExpressionEmitter.noMatrices();
            }
        }

        /// The end is computed once.
        private void loop(LoopStatement.Loop loop) {
            int end = locals.define(loop.variable() + " end", LoopType.INDEX);
            expressions.emit(loop.to());
            code.lstore(end);
            int variable = locals.define(loop.variable(), LoopType.INDEX);
            expressions.emit(loop.from());
            code.lstore(variable);
            Label test = code.newBoundLabel();
            Label done = code.newLabel();
            code.lload(variable).lload(end).lcmp().ifge(done);
            emit(loop.body());
            code.lload(variable);
            expressions.emit(loop.step());
            code.ladd().lstore(variable).goto_(test);
            code.labelBinding(done);
        }

        private void store(LoopStatement.Store store) {
            LoopExpression value = store.value();
            if (value.type().lanes() > 1) {
                VectorApi.vectorType(code, value.type().lanes());
                expressions.emit(value);
                VectorApi.castVector(code);
                code.aload(locals.slot(store.buffer()));
                expressions.offset(store.index());
                VectorApi.byteOrder(code);
                store.count().ifPresent(count -> expressions.mask(value.type().lanes(), count));
                VectorApi.store(code, store.count().isPresent());
                return;
            }
            Label nothing = code.newLabel();
            if (store.count().isPresent()) {
                code.lconst_0();
                expressions.emit(store.count().get());
                code.lcmp();
                code.ifge(nothing);
            }
            code.aload(locals.slot(store.buffer()));
            VectorApi.floatLayout(code);
            expressions.offset(store.index());
            expressions.emit(value);
            VectorApi.setFloat(code);
            code.labelBinding(nothing);
        }
    }
}

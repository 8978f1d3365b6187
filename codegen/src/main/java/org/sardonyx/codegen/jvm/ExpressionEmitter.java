package org.sardonyx.codegen.jvm;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;

import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.IndexFunction;
import org.sardonyx.ir.loop.LoopExpression.Relation;
import org.sardonyx.ir.loop.LoopExpression.UnaryMath;

/// Emits the instructions that leave the value of an expression on the stack: a long, a float or a vector.
final class ExpressionEmitter {
    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final int FLOAT_SHIFT = 2;

    private final CodeBuilder code;
    private final Locals locals;

    ExpressionEmitter(CodeBuilder code, Locals locals) {
        this.code = code;
        this.locals = locals;
    }

    /// Kernels for work-groups are not given to the virtual machine.
    static IllegalStateException noMatrices() {
        return new IllegalStateException("the virtual machine does not multiply matrices");
    }

    void emit(LoopExpression expression) {
        switch (expression) {
            case LoopExpression.IndexConstant(long value) -> code.loadConstant(value);
            case LoopExpression.Parameter(String name) -> code.lload(locals.slot(name));
            case LoopExpression.Variable(String name, var type) -> {
                switch (type.kind()) {
                    case INDEX -> code.lload(locals.slot(name));
                    case FLOAT -> {
                        if (type.lanes() == 1) {
                            code.fload(locals.slot(name));
                        } else {
                            code.aload(locals.slot(name));
                        }
                    }
                    case CONDITION -> throw new IllegalStateException("a variable of a condition");
                    case REGISTER -> throw noMatrices();
                }
            }
            case LoopExpression.IndexOperation(var function, var left, var right) -> indices(function, left, right);
            case LoopExpression.FloatConstant(float value, int lanes) -> {
                if (lanes > 1) {
                    VectorApi.species(code, lanes);
                }
                code.loadConstant(value);
                if (lanes > 1) {
                    VectorApi.splat(code);
                }
            }
            case LoopExpression.Load load -> load(load);
            case LoopExpression.Splat(var scalar, int lanes) -> {
                if (lanes > 1) {
                    VectorApi.species(code, lanes);
                }
                emit(scalar);
                if (lanes > 1) {
                    VectorApi.splat(code);
                }
            }
            case LoopExpression.Unary(var function, var operand) -> {
                emit(operand);
                unary(function, operand.type().lanes() > 1);
            }
            case LoopExpression.Binary(var function, var left, var right) -> {
                emit(left);
                emit(right);
                binary(function, left.type().lanes() > 1);
            }
            case LoopExpression.MultiplyAdd(var left, var right, var addend) -> {
                emit(left);
                emit(right);
                emit(addend);
                if (left.type().lanes() > 1) {
                    VectorApi.call(code, "fma", 2);
                } else {
                    code.invokestatic(MATH, "fma", MethodTypeDesc.of(ConstantDescs.CD_float, ConstantDescs.CD_float,
                            ConstantDescs.CD_float, ConstantDescs.CD_float));
                }
            }
            case LoopExpression.Choose choose -> choose(choose);
            case LoopExpression.Across(var function, var vector) -> {
                emit(vector);
                if (vector.type().lanes() > 1) {
                    across(function, vector.type().lanes());
                }
            }
            case LoopExpression.Registers _ -> throw noMatrices();
            case LoopExpression.Lane(var vector, int lane) -> {
                emit(vector);
                if (vector.type().lanes() > 1) {
                    VectorApi.lane(code, lane);
                }
            }
            case LoopExpression.WholeNumber(var scalar) -> {
                emit(scalar);
                code.f2l();
            }
            case LoopExpression.Less _ -> throw new IllegalStateException("a condition is no value");
        }
    }

    /// Jumps if a condition does not hold.
    void jumpUnless(LoopExpression condition, Label target) {
        if (!(condition instanceof LoopExpression.Less(var left, var right))) {
            throw new IllegalStateException("no condition: " + condition);
        }
        emit(left);
        emit(right);
        code.lcmp();
        code.ifge(target);
    }

    private void indices(IndexFunction function, LoopExpression left, LoopExpression right) {
        emit(left);
        emit(right);
        MethodTypeDesc two = MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long, ConstantDescs.CD_long);
        switch (function) {
            case ADD -> code.ladd();
            case SUBTRACT -> code.lsub();
            case MULTIPLY -> code.lmul();
            case DIVIDE -> code.ldiv();
            case REMAINDER -> code.lrem();
            case MINIMUM -> code.invokestatic(MATH, "min", two);
            case MAXIMUM -> code.invokestatic(MATH, "max", two);
        }
    }

    /// The offset in bytes of an element.
    void offset(LoopExpression index) {
        emit(index);
        code.loadConstant(FLOAT_SHIFT);
        code.lshl();
    }

    void mask(int lanes, LoopExpression count) {
        VectorApi.species(code, lanes);
        code.lconst_0();
        emit(count);
        VectorApi.maskOfFirst(code);
    }

    private void load(LoopExpression.Load load) {
        if (load.lanes() == 1) {
            scalar(load);
            return;
        }
        VectorApi.species(code, load.lanes());
        code.aload(locals.slot(load.buffer()));
        offset(load.index());
        VectorApi.byteOrder(code);
        Optional<LoopExpression> count = load.count();
        count.ifPresent(number -> mask(load.lanes(), number));
        VectorApi.load(code, count.isPresent());
    }

    /// With a count of 0 nothing is read.
    private void scalar(LoopExpression.Load load) {
        Label nothing = code.newLabel();
        Label end = code.newLabel();
        if (load.count().isPresent()) {
            code.lconst_0();
            emit(load.count().get());
            code.lcmp();
            code.ifge(nothing);
        }
        code.aload(locals.slot(load.buffer()));
        VectorApi.floatLayout(code);
        offset(load.index());
        VectorApi.getFloat(code);
        if (load.count().isPresent()) {
            code.goto_(end);
            code.labelBinding(nothing);
            code.fconst_0();
            code.labelBinding(end);
        }
    }

    private void unary(UnaryMath function, boolean vector) {
        switch (function) {
            case NEGATE -> {
                if (vector) {
                    VectorApi.call(code, "neg", 0);
                } else {
                    code.fneg();
                }
            }
            case ABSOLUTE -> {
                if (vector) {
                    VectorApi.call(code, "abs", 0);
                } else {
                    code.invokestatic(MATH, "abs", MethodTypeDesc.of(ConstantDescs.CD_float, ConstantDescs.CD_float));
                }
            }
            case SQUARE_ROOT -> {
                if (vector) {
                    VectorApi.call(code, "sqrt", 0);
                } else {
                    code.f2d();
                    code.invokestatic(MATH, "sqrt",
                            MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double));
                    code.d2f();
                }
            }
            case POWER_OF_TWO, EXPONENT, SIGNIFICAND -> new BitEmitter(code, vector).emit(function);
        }
    }

    private void binary(BinaryMath function, boolean vector) {
        if (vector) {
            VectorApi.call(code, switch (function) {
                case ADD -> "add";
                case SUBTRACT -> "sub";
                case MULTIPLY -> "mul";
                case DIVIDE -> "div";
                case MINIMUM -> "min";
                case MAXIMUM -> "max";
            }, 1);
            return;
        }
        MethodTypeDesc two = MethodTypeDesc.of(ConstantDescs.CD_float, ConstantDescs.CD_float, ConstantDescs.CD_float);
        switch (function) {
            case ADD -> code.fadd();
            case SUBTRACT -> code.fsub();
            case MULTIPLY -> code.fmul();
            case DIVIDE -> code.fdiv();
            case MINIMUM -> code.invokestatic(MATH, "min", two);
            case MAXIMUM -> code.invokestatic(MATH, "max", two);
        }
    }

    /// Lane by lane where the order matters: that of the Vector API is another one once a method has been compiled.
    private void across(BinaryMath function, int lanes) {
        switch (function) {
            case MINIMUM -> VectorApi.reduce(code, "MIN");
            case MAXIMUM -> VectorApi.reduce(code, "MAX");
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> {
                int vector = code.allocateLocal(TypeKind.REFERENCE);
                code.astore(vector);
                for (int lane = 0; lane < lanes; lane++) {
                    code.aload(vector);
                    VectorApi.lane(code, lane);
                    if (lane > 0) {
                        binary(function, false);
                    }
                }
            }
        }
    }

    private void choose(LoopExpression.Choose choose) {
        if (choose.type().lanes() > 1) {
            emit(choose.otherwise());
            emit(choose.then());
            emit(choose.left());
            VectorApi.comparison(code, switch (choose.relation()) {
                case LESS -> "LT";
                case LESS_OR_EQUAL -> "LE";
                case EQUAL -> "EQ";
            });
            emit(choose.right());
            VectorApi.compare(code);
            VectorApi.blend(code);
            return;
        }
        Label otherwise = code.newLabel();
        Label end = code.newLabel();
        emit(choose.left());
        emit(choose.right());
        // With NaN the comparison is 1, or for equality not 0.
        code.fcmpg();
        switch (choose.relation()) {
            case Relation.LESS -> code.ifge(otherwise);
            case Relation.LESS_OR_EQUAL -> code.ifgt(otherwise);
            case Relation.EQUAL -> code.ifne(otherwise);
        }
        emit(choose.then());
        code.goto_(end);
        code.labelBinding(otherwise);
        emit(choose.otherwise());
        code.labelBinding(end);
    }
}

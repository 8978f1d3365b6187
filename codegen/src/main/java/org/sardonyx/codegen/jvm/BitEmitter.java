package org.sardonyx.codegen.jvm;

import static org.sardonyx.ir.loop.LoopExpression.UnaryMath.EXPONENT_BITS;
import static org.sardonyx.ir.loop.LoopExpression.UnaryMath.EXPONENT_OFFSET;
import static org.sardonyx.ir.loop.LoopExpression.UnaryMath.EXPONENT_SHIFT;
import static org.sardonyx.ir.loop.LoopExpression.UnaryMath.POWER_OFFSET;
import static org.sardonyx.ir.loop.LoopExpression.UnaryMath.SIGNIFICAND_BITS;
import static org.sardonyx.ir.loop.LoopExpression.UnaryMath.SIGNIFICAND_MASK;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

import org.sardonyx.ir.loop.LoopExpression.UnaryMath;

/// Emits functions of the bits of floats, as [UnaryMath#of] defines them; the operand is on the stack.
///
/// @param vector whether it is a vector
record BitEmitter(CodeBuilder code, boolean vector) {
    private static final ClassDesc FLOAT = ClassDesc.of("java.lang.Float");

    void emit(UnaryMath function) {
        switch (function) {
            case POWER_OF_TWO -> {
                add(POWER_OFFSET);
                toBits();
                shift(true);
                fromBits();
            }
            case EXPONENT -> {
                toBits();
                shift(false);
                or(EXPONENT_BITS);
                fromBits();
                add(-EXPONENT_OFFSET);
            }
            case SIGNIFICAND -> {
                toBits();
                and(SIGNIFICAND_MASK);
                or(SIGNIFICAND_BITS);
                fromBits();
            }
            case NEGATE, ABSOLUTE, SQUARE_ROOT -> throw new IllegalArgumentException(function + " is arithmetic");
        }
    }

    private void add(float number) {
        code.loadConstant(number);
        if (vector) {
            VectorApi.addNumber(code);
        } else {
            code.fadd();
        }
    }

    private void toBits() {
        if (vector) {
            VectorApi.toBits(code);
        } else {
            code.invokestatic(FLOAT, "floatToRawIntBits",
                    MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_float));
        }
    }

    private void fromBits() {
        if (vector) {
            VectorApi.fromBits(code);
        } else {
            code.invokestatic(FLOAT, "intBitsToFloat",
                    MethodTypeDesc.of(ConstantDescs.CD_float, ConstantDescs.CD_int));
        }
    }

    private void shift(boolean left) {
        if (vector) {
            VectorApi.shift(code, left ? "LSHL" : "LSHR", EXPONENT_SHIFT);
            return;
        }
        code.loadConstant(EXPONENT_SHIFT);
        if (left) {
            code.ishl();
        } else {
            code.iushr();
        }
    }

    private void and(int bits) {
        if (vector) {
            VectorApi.bits(code, "and", bits);
        } else {
            code.loadConstant(bits).iand();
        }
    }

    private void or(int bits) {
        if (vector) {
            VectorApi.bits(code, "or", bits);
        } else {
            code.loadConstant(bits).ior();
        }
    }
}

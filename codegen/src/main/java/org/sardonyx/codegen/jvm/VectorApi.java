package org.sardonyx.codegen.jvm;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;

import org.sardonyx.runtime.kernel.NativeMemory;

/// The names of the Vector API, and of memory segments.
final class VectorApi {
    static final ClassDesc SEGMENT = ClassDesc.of("java.lang.foreign.MemorySegment");
    static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.FloatVector");
    private static final ClassDesc NATIVE_MEMORY = NativeMemory.class.describeConstable().orElseThrow();
    private static final ClassDesc INT_VECTOR = ClassDesc.of("jdk.incubator.vector.IntVector");
    private static final ClassDesc VALUE_LAYOUT = ClassDesc.of("java.lang.foreign.ValueLayout");
    private static final ClassDesc FLOAT_LAYOUT = ClassDesc.of("java.lang.foreign.ValueLayout$OfFloat");
    private static final ClassDesc BYTE_ORDER = ClassDesc.of("java.nio.ByteOrder");
    private static final ClassDesc ANY_VECTOR = ClassDesc.of("jdk.incubator.vector.Vector");
    private static final ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");
    private static final ClassDesc MASK = ClassDesc.of("jdk.incubator.vector.VectorMask");
    private static final ClassDesc OPERATORS = ClassDesc.of("jdk.incubator.vector.VectorOperators");
    private static final int BITS = 32;

    private VectorApi() {}

    /// Casts the segment in a local variable to the class of [NativeMemory].
    static void castToNative(CodeBuilder code, int slot) {
        code.getstatic(NATIVE_MEMORY, "TYPE", ConstantDescs.CD_Class);
        code.aload(slot);
        code.invokevirtual(ConstantDescs.CD_Class, "cast",
                MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object));
        code.checkcast(SEGMENT).astore(slot);
    }

    static void floatLayout(CodeBuilder code) {
        code.getstatic(VALUE_LAYOUT, "JAVA_FLOAT_UNALIGNED", FLOAT_LAYOUT);
    }

    static void getFloat(CodeBuilder code) {
        code.invokeinterface(SEGMENT, "get",
                MethodTypeDesc.of(ConstantDescs.CD_float, FLOAT_LAYOUT, ConstantDescs.CD_long));
    }

    static void setFloat(CodeBuilder code) {
        code.invokeinterface(SEGMENT, "set",
                MethodTypeDesc.of(ConstantDescs.CD_void, FLOAT_LAYOUT, ConstantDescs.CD_long,
                        ConstantDescs.CD_float));
    }

    static void species(CodeBuilder code, int lanes) {
        code.getstatic(VECTOR, "SPECIES_" + lanes * BITS, SPECIES);
    }

    /// Leaves the class of vectors of so many lanes.
    static void vectorType(CodeBuilder code, int lanes) {
        species(code, lanes);
        code.invokeinterface(SPECIES, "vectorType", MethodTypeDesc.of(ConstantDescs.CD_Class));
    }

    /// Stack: class, vector; leaves the vector, of which the virtual machine now knows the class even if a loop changes it.
    static void castVector(CodeBuilder code) {
        code.invokevirtual(ConstantDescs.CD_Class, "cast",
                MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object));
        code.checkcast(VECTOR);
    }

    static void byteOrder(CodeBuilder code) {
        code.getstatic(BYTE_ORDER, "LITTLE_ENDIAN", BYTE_ORDER);
    }

    /// Stack: species, segment, offset, order, and a mask if there is one.
    static void load(CodeBuilder code, boolean masked) {
        code.invokestatic(VECTOR, "fromMemorySegment", masked
                ? MethodTypeDesc.of(VECTOR, SPECIES, SEGMENT, ConstantDescs.CD_long, BYTE_ORDER, MASK)
                : MethodTypeDesc.of(VECTOR, SPECIES, SEGMENT, ConstantDescs.CD_long, BYTE_ORDER));
    }

    /// Stack: vector, segment, offset, order, and a mask if there is one.
    static void store(CodeBuilder code, boolean masked) {
        code.invokevirtual(VECTOR, "intoMemorySegment", masked
                ? MethodTypeDesc.of(ConstantDescs.CD_void, SEGMENT, ConstantDescs.CD_long, BYTE_ORDER, MASK)
                : MethodTypeDesc.of(ConstantDescs.CD_void, SEGMENT, ConstantDescs.CD_long, BYTE_ORDER));
    }

    /// Stack: species, 0 and a count as long.
    static void maskOfFirst(CodeBuilder code) {
        code.invokeinterface(SPECIES, "indexInRange",
                MethodTypeDesc.of(MASK, ConstantDescs.CD_long, ConstantDescs.CD_long));
    }

    /// Stack: species, float.
    static void splat(CodeBuilder code) {
        code.invokestatic(VECTOR, "broadcast", MethodTypeDesc.of(VECTOR, SPECIES, ConstantDescs.CD_float));
    }

    /// Stack: a vector for each operand.
    static void call(CodeBuilder code, String name, int others) {
        ClassDesc[] parameters = new ClassDesc[others];
        Arrays.fill(parameters, ANY_VECTOR);
        code.invokevirtual(VECTOR, name, MethodTypeDesc.of(VECTOR, parameters));
    }

    /// Stack: vector, float.
    static void addNumber(CodeBuilder code) {
        code.invokevirtual(VECTOR, "add", MethodTypeDesc.of(VECTOR, ConstantDescs.CD_float));
    }

    /// Stack: vector; leaves its bits.
    static void toBits(CodeBuilder code) {
        code.invokevirtual(VECTOR, "reinterpretAsInts", MethodTypeDesc.of(INT_VECTOR));
    }

    /// Stack: vector of bits.
    static void fromBits(CodeBuilder code) {
        code.invokevirtual(INT_VECTOR, "reinterpretAsFloats", MethodTypeDesc.of(VECTOR));
    }

    /// Stack: vector of bits; such as `LSHL`.
    static void shift(CodeBuilder code, String operator, int distance) {
        ClassDesc kind = OPERATORS.nested("Binary");
        code.getstatic(OPERATORS, operator, kind);
        code.loadConstant(distance);
        code.invokevirtual(INT_VECTOR, "lanewise", MethodTypeDesc.of(INT_VECTOR, kind, ConstantDescs.CD_int));
    }

    /// Stack: vector of bits; `and` or `or`.
    static void bits(CodeBuilder code, String name, int bits) {
        code.loadConstant(bits);
        code.invokevirtual(INT_VECTOR, name, MethodTypeDesc.of(INT_VECTOR, ConstantDescs.CD_int));
    }

    /// Stack: vector.
    static void lane(CodeBuilder code, int lane) {
        code.loadConstant(lane);
        code.invokevirtual(VECTOR, "lane", MethodTypeDesc.of(ConstantDescs.CD_float, ConstantDescs.CD_int));
    }

    /// Stack: vector; such as `MAX`.
    static void reduce(CodeBuilder code, String operator) {
        ClassDesc kind = OPERATORS.nested("Associative");
        code.getstatic(OPERATORS, operator, kind);
        code.invokevirtual(VECTOR, "reduceLanes", MethodTypeDesc.of(ConstantDescs.CD_float, kind));
    }

    /// Stack: vector; leaves the operator before the other operand is pushed.
    static void comparison(CodeBuilder code, String operator) {
        code.getstatic(OPERATORS, operator, OPERATORS.nested("Comparison"));
    }

    /// Stack: vector, operator, vector.
    static void compare(CodeBuilder code) {
        code.invokevirtual(VECTOR, "compare", MethodTypeDesc.of(MASK, OPERATORS.nested("Comparison"), ANY_VECTOR));
    }

    /// Stack: vector, the vector taken where the mask is set, mask.
    static void blend(CodeBuilder code) {
        code.invokevirtual(VECTOR, "blend", MethodTypeDesc.of(VECTOR, ANY_VECTOR, MASK));
    }
}

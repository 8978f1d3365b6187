package org.sardonyx.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Named.named;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Signature;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Shows that the rules can fail: made-up classes that break them are reported.
class ArchitectureRulesTest {
    private static final ClassDesc MADE_UP = ClassDesc.of("org.sardonyx.ir.MadeUp");
    private static final ClassDesc FORBIDDEN = ClassDesc.of("org.sardonyx.passes.Forbidden");

    /// Every place where a class file can name another class.
    static Stream<Named<Consumer<ClassBuilder>>> placesOfAName() {
        var takesForbidden = MethodTypeDesc.of(ConstantDescs.CD_void, FORBIDDEN.arrayType());
        var listOfForbidden = Signature.ClassTypeSig.of(ConstantDescs.CD_List,
                Signature.TypeArg.of(Signature.ClassTypeSig.of(FORBIDDEN)));
        var holdsForbidden = Annotation.of(ClassDesc.of("java.lang.MadeUp"),
                AnnotationElement.ofArray("value", AnnotationValue.ofClass(FORBIDDEN)));
        return Stream.of(
                named("superclass", made -> made.withSuperclass(FORBIDDEN)),
                named("interface", made -> made.withInterfaceSymbols(FORBIDDEN)),
                named("field", made -> made.withField("field", FORBIDDEN, 0)),
                named("generic field", made -> made.withField("field", ConstantDescs.CD_List,
                        field -> field.with(SignatureAttribute.of(listOfForbidden)))),
                named("array parameter", made -> made.withMethod("method", takesForbidden, ClassFile.ACC_ABSTRACT,
                        _ -> {})),
                named("record component", made -> made.with(RecordAttribute.of(
                        RecordComponentInfo.of("component", FORBIDDEN)))),
                named("annotation", made -> made.with(RuntimeVisibleAnnotationsAttribute.of(
                        Annotation.of(FORBIDDEN)))),
                named("annotation's value", made -> made.with(RuntimeVisibleAnnotationsAttribute.of(holdsForbidden))),
                named("call", made -> made.withMethodBody("method", ConstantDescs.MTD_void, ClassFile.ACC_STATIC,
                        code -> code.invokestatic(FORBIDDEN, "call", ConstantDescs.MTD_void).return_())),
                named("argument of a call", made -> made.withMethodBody("method", ConstantDescs.MTD_void,
                        ClassFile.ACC_STATIC,
                        code -> code.aconst_null().invokestatic(MADE_UP, "call", takesForbidden).return_())));
    }

    @ParameterizedTest
    @MethodSource("placesOfAName")
    void aForbiddenClassIsFoundWhereverItIsNamed(Consumer<ClassBuilder> place) {
        assertEquals(
                List.of("org.sardonyx.ir.MadeUp names org.sardonyx.passes.Forbidden, but ir may not import passes"),
                violations(place));
    }

    @Test
    void aStringNamesNoClass() {
        assertEquals(List.of(), violations(made -> made.withMethodBody("method", ConstantDescs.MTD_void,
                ClassFile.ACC_STATIC, code -> code.loadConstant("Lorg/sardonyx/passes/Forbidden;").pop().return_())));
    }

    @ParameterizedTest
    @CsvSource({
        "ir.A,                   org.sardonyx.ir.B",
        "ir.A,                   java.util.List",
        "frontend.A,             org.sardonyx.ir.B",
        "frontend.onnx.A,        com.google.protobuf.Message",
        "frontend.onnx.A,        org.sardonyx.frontend.onnx.proto.ModelProto",
        "frontend.text.A,        org.antlr.v4.runtime.Lexer",
        "codegen.A,              org.sardonyx.runtime.B",
        "runtime.opencl.A,       org.jocl.CL",
        "runtime.vector.A,       jdk.incubator.vector.FloatVector",
        "cli.A,                  picocli.CommandLine",
        "examples.digits.A,      org.sardonyx.frontend.B",
        "tests.A,                ai.onnxruntime.OrtSession"})
    void isAllowed(String name, String reference) {
        assertEquals(Optional.empty(), Architecture.violation("org.sardonyx." + name, reference));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ir.A       | org.sardonyx.frontend.B | but ir may not import frontend",
        "passes.A   | org.sardonyx.codegen.B  | but passes may not import codegen",
        "runtime.A  | org.sardonyx.codegen.B  | but runtime may not import codegen",
        "codegen.A  | org.sardonyx.frontend.B | but codegen may not import frontend",
        "frontend.A | org.sardonyx.cli.B      | but frontend may not import cli",
        "cli.A      | org.sardonyx.tests.B    | but cli may not import tests"})
    void moduleMayNotImport(String name, String reference, String reason) {
        assertEquals(Optional.of("org.sardonyx.%s names %s, %s".formatted(name, reference, reason)),
                Architecture.violation("org.sardonyx." + name, reference));
    }

    @ParameterizedTest
    @CsvSource({
        "ir.A,             com.google.protobuf.Message,                 org.sardonyx.frontend",
        "cli.A,            org.sardonyx.frontend.onnx.proto.ModelProto, org.sardonyx.frontend",
        "codegen.A,        org.antlr.v4.runtime.Lexer,                  org.sardonyx.frontend",
        "runtime.A,        org.jocl.CL,                                 org.sardonyx.runtime.opencl",
        "ir.A,             jdk.incubator.vector.FloatVector,            org.sardonyx.runtime.vector",
        "runtime.vectors.A,jdk.incubator.vector.FloatVector,            org.sardonyx.runtime.vector",
        "frontend.A,       picocli.CommandLine,                         org.sardonyx.cli",
        "cli.A,            ai.onnxruntime.OrtSession,                   org.sardonyx.tests"})
    void onlyOnePackageMayName(String name, String reference, String home) {
        assertEquals(Optional.of("org.sardonyx.%s names %s, which only %s may".formatted(name, reference, home)),
                Architecture.violation("org.sardonyx." + name, reference));
    }

    @Test
    void anUnknownLibraryIsReported() {
        assertEquals(Optional.of("org.sardonyx.ir.A names com.example.B, of a library that no rule allows"),
                Architecture.violation("org.sardonyx.ir.A", "com.example.B"));
    }

    @Test
    void anUnknownModuleIsReported() {
        assertEquals(Optional.of("org.sardonyx.fresh.A is in module fresh, which no rule knows"),
                Architecture.violation("org.sardonyx.fresh.A", "org.sardonyx.ir.B"));
    }

    private static List<String> violations(Consumer<ClassBuilder> place) {
        return Architecture.violations(ClassFile.of().parse(ClassFile.of().build(MADE_UP, place)));
    }
}

package org.sardonyx.codegen.model;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.MethodParameterInfo;
import java.lang.classfile.attribute.MethodParametersAttribute;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.TypeDescriptor;
import java.lang.reflect.AccessFlag;
import java.lang.runtime.ObjectMethods;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.sardonyx.codegen.model.ModelApi.Member;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.model.ModelDescription;
import org.sardonyx.runtime.model.TypedModel;

/// Makes the class that stands for a model, as [ModelSource] writes it:
///
/// ```java
/// public final class LeNet5 extends TypedModel {
///     public LeNet5() { .. }
///     public LeNet5(String device, SessionOptions options) { .. }
///     public Outputs run(Tensor image) { .. }
///     public Tensor digit(Tensor image) { .. }      // if there is one output
///     public float[] digit(float[] image) { .. }    // if all are of float32 and have fixed sizes
///     public record Outputs(Tensor digit) {}
/// }
/// ```
final class ModelClass {
    private static final ClassDesc BASE = TypedModel.class.describeConstable().orElseThrow();
    private static final ClassDesc OPTIONS = SessionOptions.class.describeConstable().orElseThrow();
    private static final ClassDesc VALUE = Value.class.describeConstable().orElseThrow();
    private static final ClassDesc TENSOR = ClassDesc.of("org.sardonyx.ir.value.Tensor");
    private static final ClassDesc FLOATS = ConstantDescs.CD_float.arrayType();
    private static final ClassDesc RECORD = ClassDesc.of("java.lang.Record");
    private static final DirectMethodHandleDesc RECORD_METHODS = MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC, ObjectMethods.class.describeConstable().orElseThrow(), "bootstrap",
            MethodTypeDesc.of(ConstantDescs.CD_Object, MethodHandles.Lookup.class.describeConstable().orElseThrow(),
                    ConstantDescs.CD_String, TypeDescriptor.class.describeConstable().orElseThrow(),
                    ConstantDescs.CD_Class, ConstantDescs.CD_String,
                    ConstantDescs.CD_MethodHandle.arrayType()));

    private final ModelApi api;

    private ModelClass(ModelApi api) {
        this.api = api;
    }

    /// The class files by name of the class.
    static Map<String, byte[]> of(ModelDescription model) {
        ModelClass made = new ModelClass(ModelApi.of(model));
        Map<String, byte[]> classes = new LinkedHashMap<>();
        classes.put(model.className(), made.model());
        classes.put(model.className() + "$Outputs", made.outputs());
        return classes;
    }

    private void nested(ClassBuilder type) {
        type.with(InnerClassesAttribute.of(InnerClassInfo.of(api.outputsClass(), Optional.of(api.name()),
                Optional.of("Outputs"), AccessFlag.PUBLIC, AccessFlag.STATIC, AccessFlag.FINAL)));
    }

    private byte[] model() {
        return ClassFile.of().build(api.name(), type -> {
            type.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER).withSuperclass(BASE);
            nested(type);
            type.with(NestMembersAttribute.ofSymbols(api.outputsClass()));
            constructors(type);
            List<ClassDesc> values = api.inputs().stream().map(Member::javaType).toList();
            method(type, "run", MethodTypeDesc.of(api.outputsClass(), values), code -> {
                code.new_(api.outputsClass()).dup();
                compute(code, false);
                int results = code.allocateLocal(TypeKind.REFERENCE);
                code.astore(results);
                for (int i = 0; i < api.outputs().size(); i++) {
                    code.aload(results).loadConstant(i).aaload().checkcast(api.outputs().get(i).javaType());
                }
                code.invokespecial(api.outputsClass(), ConstantDescs.INIT_NAME, constructorOfOutputs()).areturn();
            });
            if (api.outputs().size() == 1) {
                Member output = api.outputs().getFirst();
                method(type, output.name(), MethodTypeDesc.of(output.javaType(), values), code -> {
                    compute(code, false);
                    code.iconst_0().aaload().checkcast(output.javaType()).areturn();
                });
            }
            if (api.takesArrays()) {
                List<ClassDesc> arrays = Collections.nCopies(api.inputs().size(), FLOATS);
                method(type, api.outputs().getFirst().name(), MethodTypeDesc.of(FLOATS, arrays), code -> {
                    compute(code, true);
                    code.iconst_0().aaload();
                    code.invokestatic(api.name(), "floats", MethodTypeDesc.of(FLOATS, VALUE)).areturn();
                });
            }
        });
    }

    private void constructors(ClassBuilder type) {
        type.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_PUBLIC,
                code -> code.aload(0).loadConstant(api.name())
                        .invokespecial(BASE, ConstantDescs.INIT_NAME,
                                MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Class))
                        .return_());
        MethodTypeDesc full = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String, OPTIONS);
        type.withMethod(ConstantDescs.INIT_NAME, full, ClassFile.ACC_PUBLIC,
                method -> method
                        .with(parameters(List.of("device", "options")))
                        .withCode(code -> code.aload(0).loadConstant(api.name()).aload(1).aload(2)
                                .invokespecial(BASE, ConstantDescs.INIT_NAME,
                                        full.insertParameterTypes(0, ConstantDescs.CD_Class))
                                .return_()));
    }

    private static MethodParametersAttribute parameters(List<String> names) {
        return MethodParametersAttribute.of(names.stream()
                .map(name -> MethodParameterInfo.ofParameter(Optional.of(name), 0)).toList());
    }

    private void method(ClassBuilder type, String name, MethodTypeDesc signature, Consumer<CodeBuilder> body) {
        type.withMethod(name, signature, ClassFile.ACC_PUBLIC, method -> method
                .with(parameters(api.inputs().stream().map(Member::name).toList())).withCode(body));
    }

    /// Leaves the outputs as an array.
    ///
    /// @param arrays whether the inputs are arrays of numbers
    private void compute(CodeBuilder code, boolean arrays) {
        code.aload(0).loadConstant(api.inputs().size()).anewarray(VALUE);
        for (int i = 0; i < api.inputs().size(); i++) {
            code.dup().loadConstant(i);
            if (arrays) {
                code.aload(0).loadConstant(i).aload(code.parameterSlot(i)).invokevirtual(api.name(), "tensor",
                        MethodTypeDesc.of(TENSOR, ConstantDescs.CD_int, FLOATS));
            } else {
                code.aload(code.parameterSlot(i));
            }
            code.aastore();
        }
        code.invokevirtual(api.name(), "compute", MethodTypeDesc.of(VALUE.arrayType(), VALUE.arrayType()));
    }

    private MethodTypeDesc constructorOfOutputs() {
        return MethodTypeDesc.of(ConstantDescs.CD_void, api.outputs().stream().map(Member::javaType).toList());
    }

    private byte[] outputs() {
        ClassDesc name = api.outputsClass();
        return ClassFile.of().build(name, type -> {
            type.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER).withSuperclass(RECORD);
            nested(type);
            type.with(NestHostAttribute.of(api.name()));
            type.with(RecordAttribute.of(api.outputs().stream()
                    .map(output -> RecordComponentInfo.of(output.name(), output.javaType())).toList()));
            for (Member output : api.outputs()) {
                type.withField(output.name(), output.javaType(), ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
                type.withMethodBody(output.name(), MethodTypeDesc.of(output.javaType()), ClassFile.ACC_PUBLIC,
                        code -> code.aload(0).getfield(name, output.name(), output.javaType()).areturn());
            }
            type.withMethod(ConstantDescs.INIT_NAME, constructorOfOutputs(), ClassFile.ACC_PUBLIC, method -> method
                    .with(parameters(api.outputs().stream().map(Member::name).toList())).withCode(code -> {
                        code.aload(0).invokespecial(RECORD, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
                        for (int i = 0; i < api.outputs().size(); i++) {
                            Member output = api.outputs().get(i);
                            code.aload(0).aload(code.parameterSlot(i)).putfield(name, output.name(),
                                    output.javaType());
                        }
                        code.return_();
                    }));
            objectMethod(type, "toString", MethodTypeDesc.of(ConstantDescs.CD_String));
            objectMethod(type, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int));
            objectMethod(type, "equals", MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object));
        });
    }

    /// A method that records have, which the Java platform makes of their components.
    private void objectMethod(ClassBuilder type, String method, MethodTypeDesc signature) {
        ClassDesc name = api.outputsClass();
        List<ConstantDesc> arguments = new ArrayList<>(List.of(name,
                String.join(";", api.outputs().stream().map(Member::name).toList())));
        api.outputs().forEach(output -> arguments
                .add(MethodHandleDesc.ofField(DirectMethodHandleDesc.Kind.GETTER, name, output.name(),
                        output.javaType())));
        type.withMethodBody(method, signature, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, code -> {
            code.aload(0);
            if (signature.parameterCount() > 0) {
                code.aload(1);
            }
            code.invokedynamic(DynamicCallSiteDesc.of(RECORD_METHODS, method,
                    signature.insertParameterTypes(0, name), arguments.toArray(ConstantDesc[]::new)));
            code.return_(TypeKind.from(signature.returnType()));
        });
    }
}

package org.sardonyx.tests.architecture;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attribute;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RuntimeInvisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeInvisibleParameterAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeInvisibleTypeAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleParameterAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleTypeAnnotationsAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Collects the classes that a class file names: in its constant pool, in the descriptors and generic signatures of its
/// members, and in annotations. The text of a string constant names nothing.
final class ClassReferences {
    /// A class in a descriptor or signature; it asks for a package, which tells it from the name of a type variable.
    private static final Pattern CLASS = Pattern.compile("L((?:[\\w$-]+/)+[\\w$-]+)");

    private final SortedSet<String> names = new TreeSet<>();

    private ClassReferences() {}

    /// Returns the binary names of the named classes, such as `java.util.Map$Entry`, the class itself among them.
    static SortedSet<String> of(ClassModel model) {
        var references = new ClassReferences();
        for (PoolEntry entry : model.constantPool()) {
            references.addConstant(entry);
        }
        references.addAttributes(model);
        model.fields().forEach(field -> {
            references.addDescriptor(field.fieldType().stringValue());
            references.addAttributes(field);
        });
        model.methods().forEach(method -> {
            references.addDescriptor(method.methodType().stringValue());
            references.addAttributes(method);
        });
        return references.names;
    }

    private void addConstant(PoolEntry entry) {
        switch (entry) {
            case ClassEntry type when type.asInternalName().startsWith("[") -> addDescriptor(type.asInternalName());
            case ClassEntry type -> addName(type.asInternalName());
            case NameAndTypeEntry member -> addDescriptor(member.type().stringValue());
            case MethodTypeEntry type -> addDescriptor(type.descriptor().stringValue());
            default -> {}
        }
    }

    private void addAttributes(AttributedElement element) {
        for (Attribute<?> attribute : element.attributes()) {
            switch (attribute) {
                case SignatureAttribute signature -> addDescriptor(signature.signature().stringValue());
                case RecordAttribute components -> components.components().forEach(component -> {
                    addDescriptor(component.descriptor().stringValue());
                    addAttributes(component);
                });
                case RuntimeVisibleAnnotationsAttribute list -> addAnnotations(list.annotations());
                case RuntimeInvisibleAnnotationsAttribute list -> addAnnotations(list.annotations());
                case RuntimeVisibleParameterAnnotationsAttribute lists ->
                        lists.parameterAnnotations().forEach(this::addAnnotations);
                case RuntimeInvisibleParameterAnnotationsAttribute lists ->
                        lists.parameterAnnotations().forEach(this::addAnnotations);
                case RuntimeVisibleTypeAnnotationsAttribute list ->
                        list.annotations().forEach(type -> addAnnotation(type.annotation()));
                case RuntimeInvisibleTypeAnnotationsAttribute list ->
                        list.annotations().forEach(type -> addAnnotation(type.annotation()));
                default -> {}
            }
        }
    }

    private void addAnnotations(List<Annotation> annotations) {
        annotations.forEach(this::addAnnotation);
    }

    private void addAnnotation(Annotation annotation) {
        addDescriptor(annotation.className().stringValue());
        annotation.elements().stream().map(AnnotationElement::value).forEach(this::addAnnotationValue);
    }

    private void addAnnotationValue(AnnotationValue value) {
        switch (value) {
            case AnnotationValue.OfClass type -> addDescriptor(type.className().stringValue());
            case AnnotationValue.OfEnum constant -> addDescriptor(constant.className().stringValue());
            case AnnotationValue.OfAnnotation nested -> addAnnotation(nested.annotation());
            case AnnotationValue.OfArray array -> array.values().forEach(this::addAnnotationValue);
            case AnnotationValue.OfConstant _ -> {}
        }
    }

    private void addDescriptor(String descriptor) {
        CLASS.matcher(descriptor).results().forEach(match -> addName(match.group(1)));
    }

    private void addName(String internalName) {
        names.add(internalName.replace('/', '.'));
    }
}

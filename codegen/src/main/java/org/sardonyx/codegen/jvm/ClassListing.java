package org.sardonyx.codegen.jvm;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ConstantDescs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The instructions of a class file for a person to read: on one line all that belong to a statement, up to the one that
/// stores, branches, returns or calls a method without a result.
public final class ClassListing {
    private static final String INDENT = "    ";

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private final Map<Label, String> labels = new HashMap<>();

    private ClassListing() {}

    /// Lists the methods, constructors aside.
    public static String of(byte[] classFile) {
        ClassListing listing = new ClassListing();
        ClassModel model = ClassFile.of().parse(classFile);
        String name = model.thisClass().asSymbol().displayName();
        listing.out.append("class ").append(name).append(", ").append(classFile.length).append(" bytes\n");
        for (MethodModel method : model.methods()) {
            if (!method.methodName().equalsString(ConstantDescs.INIT_NAME)) {
                method.code().ifPresent(code -> listing.method(method, code));
            }
        }
        return listing.out.toString();
    }

    private void method(MethodModel method, CodeModel code) {
        out.append("  ").append(method.methodName().stringValue())
                .append(method.methodTypeSymbol().displayDescriptor()).append('\n');
        labels.clear();
        nameLabels(code);
        code.forEach(this::element);
        endLine();
    }

    /// In the order in which they stand, those only to which something refers.
    private void nameLabels(CodeModel code) {
        Set<Label> used = new HashSet<>();
        for (CodeElement element : code) {
            if (element instanceof BranchInstruction branch) {
                used.add(branch.target());
            } else if (element instanceof ExceptionCatch handler) {
                used.add(handler.handler());
            }
        }
        for (CodeElement element : code) {
            if (element instanceof LabelTarget target && used.contains(target.label())) {
                labels.put(target.label(), "L" + labels.size());
            }
        }
    }

    private void element(CodeElement element) {
        switch (element) {
            case LabelTarget target -> {
                if (labels.containsKey(target.label())) {
                    endLine();
                    out.append("  ").append(labels.get(target.label())).append(":\n");
                }
            }
            case ExceptionCatch handler -> {
                add("on any exception " + labels.get(handler.handler()));
                endLine();
            }
            case Instruction instruction -> {
                add(text(instruction));
                if (endsStatement(instruction)) {
                    endLine();
                }
            }
            default -> {
                // Where a line of source was, and the like: a kernel has no source.
            }
        }
    }

    private void add(String text) {
        line.append(line.isEmpty() ? "" : "; ").append(text);
    }

    private void endLine() {
        if (!line.isEmpty()) {
            out.append(INDENT).append(line).append('\n');
            line.setLength(0);
        }
    }

    private static boolean endsStatement(Instruction instruction) {
        return switch (instruction) {
            case StoreInstruction _,BranchInstruction _,ReturnInstruction _ -> true;
            case InvokeInstruction call -> call.typeSymbol().returnType().equals(ConstantDescs.CD_void);
            default -> false;
        };
    }

    private String text(Instruction instruction) {
        String name = instruction.opcode().name().toLowerCase(Locale.ROOT);
        return switch (instruction) {
            case LoadInstruction load -> withoutForm(name) + " " + load.slot();
            case StoreInstruction store -> withoutForm(name) + " " + store.slot();
            case ConstantInstruction constant -> instruction.opcode() == Opcode.ACONST_NULL
                    ? "push null"
                    : "push " + constant.constantValue();
            case FieldInstruction field -> name + " " + field.owner().asSymbol().displayName() + "."
                    + field.name().stringValue();
            case InvokeInstruction call -> name + " " + call.owner().asSymbol().displayName() + "."
                    + call.name().stringValue();
            case TypeCheckInstruction check -> name + " " + check.type().asSymbol().displayName();
            case BranchInstruction branch -> name + " " + labels.get(branch.target());
            default -> name;
        };
    }

    /// `aload_3` and `aload_w` are forms of `aload`.
    private static String withoutForm(String name) {
        int form = name.indexOf('_');
        return form < 0 ? name : name.substring(0, form);
    }
}

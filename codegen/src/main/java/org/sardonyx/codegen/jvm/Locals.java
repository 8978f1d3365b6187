package org.sardonyx.codegen.jvm;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.Map;

import org.sardonyx.ir.loop.LoopType;

/// The local variables of a method, by name.
final class Locals {
    private final CodeBuilder code;
    private final Map<String, Integer> slots = new HashMap<>();

    Locals(CodeBuilder code) {
        this.code = code;
    }

    int slot(String name) {
        Integer slot = slots.get(name);
        if (slot == null) {
            throw new IllegalStateException("nothing defines '" + name + "'");
        }
        return slot;
    }

    /// A parameter of the method.
    void parameter(String name, int index) {
        slots.put(name, code.parameterSlot(index));
    }

    int define(String name, LoopType type) {
        int slot = code.allocateLocal(switch (type.kind()) {
            case INDEX -> TypeKind.LONG;
            case FLOAT -> type.lanes() == 1 ? TypeKind.FLOAT : TypeKind.REFERENCE;
            case CONDITION -> TypeKind.INT;
            case REGISTER -> throw ExpressionEmitter.noMatrices();
        });
        slots.put(name, slot);
        return slot;
    }
}

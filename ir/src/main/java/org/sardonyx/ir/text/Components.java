package org.sardonyx.ir.text;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.operator.Operator;

/// Records taken apart and put together. Reflection is confined to this class; nothing that runs a model uses it.
final class Components {
    private Components() {}

    static Object get(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    /// @throws ModelException if the record does not accept the values
    static Record make(Class<? extends Record> type, Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof ModelException problem
                    ? problem
                    : new ModelException(type.getSimpleName() + " does not accept these attributes", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    /// The records of core operators by mnemonic.
    static Map<String, Class<? extends Record>> operators() {
        Map<String, Class<? extends Record>> operators = new TreeMap<>();
        for (Class<?> type : Operator.class.getPermittedSubclasses()) {
            String name = type.getSimpleName();
            operators.put(Character.toLowerCase(name.charAt(0)) + name.substring(1), type.asSubclass(Record.class));
        }
        return operators;
    }
}

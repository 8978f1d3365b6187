package org.sardonyx.tests.properties;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;

/// What a model tells of one of its inputs before it runs.
enum Knowledge {
    /// The elements: it is an initializer.
    ELEMENTS,
    /// The shape.
    SHAPE,
    /// The rank, and which dimensions are the same: they are symbols.
    SYMBOLS,
    /// The rank.
    RANK,
    /// The element type only.
    TYPE;

    static final Set<Knowledge> ALL = Collections.unmodifiableSet(EnumSet.allOf(Knowledge.class));
    /// For inputs whose rank an operator needs to know.
    static final Set<Knowledge> RANKED = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(TYPE)));
    /// For inputs whose shape an operator needs to know.
    static final Set<Knowledge> SHAPED = Collections.unmodifiableSet(EnumSet.of(ELEMENTS, SHAPE));
    /// For inputs whose elements an operator needs to know.
    static final Set<Knowledge> CONSTANT = Collections.unmodifiableSet(EnumSet.of(ELEMENTS));

    /// What is known of the shape of a tensor with these sizes.
    Shape shape(long... sizes) {
        return switch (this) {
            case ELEMENTS, SHAPE -> Shape.of(sizes);
            case SYMBOLS -> Shape.of(Arrays.stream(sizes).mapToObj(size -> Dimension.symbol("d" + size)).toList());
            case RANK -> Shape.ofRank(sizes.length);
            case TYPE -> Shape.UNKNOWN;
        };
    }
}

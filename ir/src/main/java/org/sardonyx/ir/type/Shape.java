package org.sardonyx.ir.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.sardonyx.ir.ModelException;

/// The shape of a tensor: its dimensions from outermost to innermost, or nothing known at all, not even the rank.
/// Rank 0 is a scalar. A fixed dimension is never negative.
public final class Shape {
    /// A shape of which not even the rank is known.
    public static final Shape UNKNOWN = new Shape(null);
    /// The shape of a scalar, rank 0.
    public static final Shape SCALAR = new Shape(List.of());
    /// More dimensions than any real tensor has; it bounds what a hostile file can ask for.
    public static final int MAXIMUM_RANK = 64;

    private final List<Dimension> dimensions;

    private Shape(List<Dimension> dimensions) {
        this.dimensions = dimensions;
    }

    /// @throws ModelException if a size is negative or there are more than [#MAXIMUM_RANK]
    public static Shape of(List<Dimension> dimensions) {
        if (dimensions.size() > MAXIMUM_RANK) {
            throw new ModelException(
                    "a shape of rank " + dimensions.size() + ", at most " + MAXIMUM_RANK + " is supported");
        }
        for (Dimension dimension : dimensions) {
            if (dimension.isConstant() && dimension.size() < 0) {
                throw new ModelException("negative dimension in shape " + dimensions);
            }
        }
        return new Shape(List.copyOf(dimensions));
    }

    public static Shape of(long... sizes) {
        return of(Arrays.stream(sizes).mapToObj(Dimension::of).toList());
    }

    /// A shape of the given rank with every dimension unknown.
    public static Shape ofRank(int rank) {
        return of(Collections.nCopies(rank, Dimension.UNKNOWN));
    }

    public boolean hasRank() {
        return dimensions != null;
    }

    /// @throws ModelException if the rank is unknown
    public int rank() {
        return dimensions().size();
    }

    /// @throws ModelException if the rank is unknown
    public List<Dimension> dimensions() {
        if (dimensions == null) {
            throw new ModelException(
                    "the rank of the tensor is not known before the model runs, and it is needed here");
        }
        return dimensions;
    }

    /// The dimension at an axis, counted from the end if negative.
    ///
    /// @throws ModelException if there is no such axis
    public Dimension dimension(int axis) {
        if (axis < -rank() || axis >= rank()) {
            throw new ModelException("a tensor of shape " + this + " has no axis " + axis);
        }
        return dimensions.get(axis < 0 ? axis + rank() : axis);
    }

    /// Whether rank and every dimension are fixed numbers.
    public boolean isStatic() {
        return dimensions != null && dimensions.stream().allMatch(Dimension::isConstant);
    }

    /// The sizes of a static shape.
    public long[] sizes() {
        return dimensions().stream().mapToLong(Dimension::size).toArray();
    }

    /// The number of elements: the product of the dimensions, 1 for a scalar.
    public Dimension elementCount() {
        return product(0, rank());
    }

    /// The product of the dimensions of the axes `from` (inclusive) to `to` (exclusive).
    ///
    /// @throws ModelException if there are no such axes
    public Dimension product(int from, int to) {
        if (from > to || to > rank()) {
            throw new ModelException("a tensor of shape " + this + " has no axes " + from + " to " + to);
        }
        Dimension product = Dimension.of(1);
        for (Dimension dimension : dimensions.subList(from, to)) {
            product = product.times(dimension);
        }
        return product;
    }

    /// Multidirectional (NumPy) broadcasting of two shapes. A dimension that can only be settled when the model runs is
    /// unknown.
    ///
    /// @throws ModelException if two fixed dimensions differ and neither is 1
    /// @see <a href="https://onnx.ai/onnx/repo-docs/Broadcasting.html">Broadcasting in ONNX</a>
    public Shape broadcast(Shape other) {
        if (dimensions == null || other.dimensions == null) {
            return UNKNOWN;
        }
        int rank = Math.max(rank(), other.rank());
        List<Dimension> result = new ArrayList<>(rank);
        for (int axis = -rank; axis < 0; axis++) {
            Dimension a = axis + rank() < 0 ? Dimension.of(1) : dimension(axis);
            Dimension b = axis + other.rank() < 0 ? Dimension.of(1) : other.dimension(axis);
            result.add(broadcast(a, b, other));
        }
        return new Shape(List.copyOf(result));
    }

    private Dimension broadcast(Dimension a, Dimension b, Shape other) {
        if (a.is(1) || a.sameSize(b)) {
            return b;
        }
        if (b.is(1)) {
            return a;
        }
        if (a.isConstant() && b.isConstant()) {
            throw new ModelException("shapes " + this + " and " + other + " do not broadcast: " + a + " against " + b);
        }
        if (a.isConstant() || b.isConstant()) {
            return a.isConstant() ? a : b;
        }
        return Dimension.UNKNOWN;
    }

    /// Whether a tensor of the other shape may turn out to have this one: nothing that is fixed differs.
    public boolean admits(Shape other) {
        if (dimensions == null || other.dimensions == null) {
            return true;
        }
        if (rank() != other.rank()) {
            return false;
        }
        for (int axis = 0; axis < rank(); axis++) {
            if (dimension(axis).isConstant() && other.dimension(axis).isConstant()
                    && dimension(axis).size() != other.dimension(axis).size()) {
                return false;
            }
        }
        return true;
    }

    /// What both shapes have in common: the most precise shape that either is an instance of.
    public Shape join(Shape other) {
        if (dimensions == null || other.dimensions == null || rank() != other.rank()) {
            return UNKNOWN;
        }
        List<Dimension> result = new ArrayList<>(rank());
        for (int axis = 0; axis < rank(); axis++) {
            result.add(dimension(axis).sameSize(other.dimension(axis)) ? dimension(axis) : Dimension.UNKNOWN);
        }
        return new Shape(List.copyOf(result));
    }

    /// What is known from either description of the same tensor. Where both say something, this one's word stands,
    /// unless only the other's is a number.
    ///
    /// @throws ModelException if the two contradict each other
    public Shape meet(Shape other) {
        if (!admits(other)) {
            throw new ModelException("shape " + this + " contradicts " + other);
        }
        if (dimensions == null || other.dimensions == null) {
            return dimensions == null ? other : this;
        }
        List<Dimension> result = new ArrayList<>(rank());
        for (int axis = 0; axis < rank(); axis++) {
            Dimension mine = dimension(axis);
            Dimension theirs = other.dimension(axis);
            result.add(!mine.isKnown() || (theirs.isConstant() && !mine.isConstant()) ? theirs : mine);
        }
        return new Shape(List.copyOf(result));
    }

    /// Replaces symbols by dimensions; symbols without an entry stay.
    public Shape bind(Map<String, Dimension> sizes) {
        return dimensions == null ? this : of(dimensions.stream().map(dimension -> dimension.bind(sizes)).toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Objects.equals(dimensions, shape.dimensions);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(dimensions);
    }

    /// `[N, 3, 224, 224]`, `[]` for a scalar, `[*]` when the rank is unknown.
    @Override
    public String toString() {
        if (dimensions == null) {
            return "[*]";
        }
        return dimensions.stream().map(Dimension::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}

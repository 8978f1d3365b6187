package org.sardonyx.runtime.program;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.OptionalLong;

import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// The memory of a run on a device, and the kernels of a program bound to it. It serves one run at a time, and later ones again.
///
/// A run is [#begin], its steps in order, [#finish] and, even when something failed, [#end]. A device may work through the
/// kernels by itself until it is asked for a result.
public interface Frame extends AutoCloseable {
    /// Begins a run.
    ///
    /// @param inputs in the program's order; tensors in native memory that every thread may use
    /// @param outputs where kernels are to leave results, in the program's order; null for what is computed elsewhere
    /// @param timed whether [#nanoseconds] will be asked for
    void begin(Value[] inputs, Value[] outputs, boolean timed);

    /// Has the kernels of a step run.
    void run(int step);

    /// What lies in the arena or is an output, after all steps so far.
    Tensor read(Place place, TensorType type);

    /// Puts what the host computed into the arena or an output.
    void write(Place place, TensorType type, Tensor value);

    /// Memory of the frame in which tensors lie that [#read] gave.
    List<MemorySegment> lent();

    /// Waits until the outputs are there.
    void finish();

    /// How long a step of a timed run took on the device, if the device measures that; asked after the run is finished.
    default OptionalLong nanoseconds(int step) {
        return OptionalLong.empty();
    }

    /// Lets go of what belongs to a run.
    void end();

    @Override
    void close();
}

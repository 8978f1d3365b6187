package org.sardonyx.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.kernel.VectorUnit;
import org.sardonyx.runtime.opencl.DeviceFacts;
import org.sardonyx.runtime.opencl.OpenClDevices;

class TargetChoiceTest {
    private static final Target GPU = new Target(Target.Kind.OPENCL_GPU, 1);

    private static TargetChoice of(Target... targets) {
        return new TargetChoice(List.of(targets));
    }

    private static Target jvm(int lanes) {
        return new Target(Target.Kind.JVM, lanes);
    }

    private static Target processor(int lanes) {
        return new Target(Target.Kind.OPENCL_PROCESSOR, lanes);
    }

    @Test
    void theVirtualMachineTakesTheLongestVectorsThatItHas() {
        int lanes = VectorUnit.preferredLanes();
        assertEquals(jvm(lanes), of(jvm(1), jvm(lanes), jvm(2 * lanes)).choose("jvm").target());
        assertEquals(jvm(lanes), of(jvm(lanes), processor(4)).choose("auto").target());
        assertThrows(ModelException.class, () -> of(jvm(2 * lanes)).choose("jvm"));
    }

    @Test
    void whatThereIsNotIsTold() {
        assertEquals("has no kernels for the device 'jvm', only for opencl-gpu; compile it with --target jvm",
                assertThrows(ModelException.class, () -> of(GPU).choose("jvm")).getMessage());
        assertEquals("has no kernels for the device 'interpreter', only for jvm, opencl-gpu",
                assertThrows(ModelException.class, () -> of(jvm(1), GPU).choose("interpreter")).getMessage());
        assertEquals("has no kernels for the device 'opencl:0', only for jvm; compile it with --target opencl",
                assertThrows(ModelException.class, () -> of(jvm(1), jvm(4)).choose("opencl:0")).getMessage());
    }

    @Test
    void aProcessorTakesItsOwnKernels() {
        OpenClDevices devices = OpenClDevices.find();
        assumeFalse(devices.contexts().isEmpty(), devices.absence());
        DeviceFacts facts = devices.contexts().getFirst().facts();
        assumeFalse(!facts.isProcessor(), facts.name() + " is no processor");
        int lanes = facts.lanes();
        assertEquals(processor(lanes), of(GPU, processor(1), processor(lanes), processor(2 * lanes))
                .choose("opencl:0").target());
        assertEquals(processor(2 * lanes), of(GPU, processor(4 * lanes), processor(2 * lanes))
                .choose("opencl:0").target());
        assertEquals(GPU, of(jvm(1), GPU).choose("opencl:0").target());
        assertEquals("opencl:0", of(processor(lanes)).choose("auto").opencl().orElseThrow().name());
    }
}

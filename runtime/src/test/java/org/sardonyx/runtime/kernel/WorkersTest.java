package org.sardonyx.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    private static Workers.Work counting(AtomicIntegerArray counts) {
        return (_, from, to) -> {
            for (long i = from; i < to; i++) {
                counts.incrementAndGet((int) i);
            }
        };
    }

    private static int[] ones(int size) {
        int[] ones = new int[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static int[] values(AtomicIntegerArray counts) {
        return IntStream.range(0, counts.length()).map(counts::get).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void eachIndexIsComputedOnce(int threads) {
        try (Workers workers = new Workers(threads)) {
            for (int size = 0; size < 200; size++) {
                AtomicIntegerArray counts = new AtomicIntegerArray(size);
                workers.run(counting(counts), size, 8);
                assertArrayEquals(ones(size), values(counts));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void aPhaseBeginsWhenTheOneBeforeItIsDone(int threads) {
        try (Workers workers = new Workers(threads)) {
            for (int size = 0; size < 200; size++) {
                int length = size;
                AtomicIntegerArray first = new AtomicIntegerArray(size);
                AtomicIntegerArray second = new AtomicIntegerArray(size);
                Workers.Work checked = (thread, from, to) -> {
                    assertArrayEquals(ones(length), values(first));
                    counting(second).run(thread, from, to);
                };
                workers.run(List.of(new Workers.Phase(counting(first), size, 8), new Workers.Phase(checked, size, 2),
                        new Workers.Phase((_, _, _) -> assertArrayEquals(ones(length), values(second)), 1, 1)));
            }
        }
    }

    /// The only worker and one caller are held up; another caller does all of its work itself.
    @Test
    void nobodyWaitsForThreadsThatAreBusy() throws InterruptedException {
        try (Workers workers = new Workers(2)) {
            CountDownLatch release = new CountDownLatch(1);
            CountDownLatch held = new CountDownLatch(1);
            Thread other = new Thread(() -> workers.run((_, from, _) -> {
                if (from == 0) {
                    held.countDown();
                }
                await(release);
            }, 2, 2));
            other.start();
            held.await();
            AtomicIntegerArray counts = new AtomicIntegerArray(64);
            workers.run(counting(counts), 64, 8);
            assertArrayEquals(ones(64), values(counts));
            release.countDown();
            other.join();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void severalCallersGetTheirWorkDone() throws InterruptedException {
        try (Workers workers = new Workers(3)) {
            AtomicIntegerArray counts = new AtomicIntegerArray(1000);
            Thread[] callers = new Thread[4];
            for (int i = 0; i < callers.length; i++) {
                callers[i] = new Thread(() -> {
                    for (int k = 0; k < 500; k++) {
                        workers.run(counting(counts), 1000, 8);
                    }
                });
                callers[i].start();
            }
            for (Thread caller : callers) {
                caller.join();
            }
            assertArrayEquals(IntStream.range(0, 1000).map(_ -> 2000).toArray(), values(counts));
        }
    }

    @Test
    void aProblemInAnyPartReachesTheCaller() {
        try (Workers workers = new Workers(2)) {
            for (long bad : new long[] {0, 99}) {
                Workers.Work failing = (_, from, to) -> {
                    if (from <= bad && bad < to) {
                        throw new IllegalStateException("at " + bad);
                    }
                };
                assertEquals("at " + bad, assertThrows(IllegalStateException.class,
                        () -> workers.run(failing, 100, 8)).getMessage());
            }
            AtomicIntegerArray counts = new AtomicIntegerArray(10);
            workers.run(counting(counts), 10, 8);
            assertArrayEquals(ones(10), values(counts));
        }
    }

    @Test
    void sleepersWakeUp() throws InterruptedException {
        try (Workers workers = new Workers(2)) {
            for (int i = 0; i < 20; i++) {
                AtomicIntegerArray counts = new AtomicIntegerArray(64);
                workers.run(counting(counts), 64, 8);
                assertArrayEquals(ones(64), values(counts));
                Thread.sleep(5);
            }
        }
    }
}

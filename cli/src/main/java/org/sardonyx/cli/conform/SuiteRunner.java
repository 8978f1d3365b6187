package org.sardonyx.cli.conform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.Device;

/// Runs many cases beside each other, each in a thread of its own and for no longer than a limit.
///
/// A case beyond the limit has failed; its thread is interrupted and not waited for.
public final class SuiteRunner {
    private final CaseRunner runner;
    private final int jobs;
    private final Duration limit;

    /// As the other, of models as they are.
    public SuiteRunner(Device device, int jobs, Duration limit) {
        this(device, InputForm.GIVEN, jobs, limit);
    }

    /// @param device where the models run
    /// @param form what it is told of their inputs
    /// @param jobs how many cases run at a time
    /// @param limit how long one case may take
    public SuiteRunner(Device device, InputForm form, int jobs, Duration limit) {
        if (jobs < 1 || !limit.isPositive()) {
            throw new ModelException(jobs + " jobs with a limit of " + limit.toSeconds() + " s, expected at least 1");
        }
        this.runner = new CaseRunner(device, form);
        this.jobs = jobs;
        this.limit = limit;
    }

    /// @param finished told of each case when it ends, by several threads
    /// @return the results in the order of the cases
    public List<CaseResult> run(List<ConformanceCase> cases, Consumer<CaseResult> finished) {
        try (ExecutorService pool = Executors.newFixedThreadPool(jobs)) {
            List<Future<CaseResult>> futures = new ArrayList<>();
            for (ConformanceCase test : cases) {
                futures.add(pool.submit(() -> {
                    CaseResult result = runLimited(test);
                    finished.accept(result);
                    return result;
                }));
            }
            List<CaseResult> results = new ArrayList<>();
            for (Future<CaseResult> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a case ended without a result", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while cases were running", e);
        }
    }

    private CaseResult runLimited(ConformanceCase test) throws InterruptedException, ExecutionException {
        CompletableFuture<CaseResult> result = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().name(test.name()).start(() -> {
            try {
                result.complete(runner.run(test));
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            thread.interrupt();
            return new CaseResult(test.name(), false, "took longer than " + limit.toMillis() / 1e3 + " s", Errors.NONE,
                    limit.toMillis());
        }
    }
}

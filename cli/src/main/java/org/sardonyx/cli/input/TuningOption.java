package org.sardonyx.cli.input;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.sardonyx.cli.terminal.Printable;
import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.tuning.Tuning;
import org.sardonyx.runtime.tuning.TuningFile;
import picocli.CommandLine.Option;

/// The option that says where it is kept which tiles are fast; a mixin of commands that run or compile a model.
public final class TuningOption {
    private static final String NONE = "none";

    @Option(names = "--tuning", paramLabel = "FILE",
            description = "The file with the tiles that 'sardonyx tune' found to be faster than the standard ones, or 'none' for "
                    + "standard ones only; results are the same (default: tuning.txt in the folder of the cache).")
    private Optional<String> file;

    /// The file.
    ///
    /// @return empty if none is to be used, or there is no folder for one
    /// @throws ModelException if it cannot be the name of one
    public Optional<TuningFile> file() {
        if (file.isEmpty()) {
            return TuningFile.ofUser();
        }
        if (file.get().equals(NONE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TuningFile(Path.of(file.get())));
        } catch (InvalidPathException e) {
            throw new ModelException("--tuning " + file.get() + ": is no name of a file: " + e.getMessage(), e);
        }
    }

    /// The file to write to.
    ///
    /// @throws ModelException if there is none
    public TuningFile required() {
        return file().orElseThrow(() -> new ModelException(
                "there is no file to keep what is measured; --tuning FILE names one"));
    }

    /// The options with what the file holds.
    ///
    /// @param err told what is wrong with the file; without it, the command goes on
    /// @throws ModelException if a file that was asked for is not there
    public SessionOptions in(SessionOptions options, PrintWriter err) {
        Optional<TuningFile> chosen = file();
        if (file.isPresent() && chosen.filter(some -> Files.notExists(some.path())).isPresent()) {
            throw new ModelException("--tuning " + file.get() + ": there is no such file; 'sardonyx tune' makes one");
        }
        Tuning tuning = chosen.map(TuningFile::read).orElse(Tuning.NONE);
        tuning.problem().ifPresent(problem -> {
            err.println(Printable.line("sardonyx: warning: " + problem));
            err.flush();
        });
        return options.withTuning(tuning);
    }
}

package org.sardonyx.cli.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sardonyx.ir.ModelException;

/// A list of the cases that are known to fail, kept in a file: a name, a tab and the reason in a line each; lines that
/// start with `#` are comments. The reasons are for readers and are not compared.
///
/// @param reasons by the name of the case
public record ExpectedFailures(Map<String, String> reasons) {
    public ExpectedFailures {
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /// Reads a list.
    ///
    /// @throws ModelException if it cannot be read, a name is there twice, or a reason is missing
    public static ExpectedFailures read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new ModelException(file + ": no list of known failures can be read from it: " + e, e);
        }
        Map<String, String> reasons = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\t", 2);
            if (fields.length < 2 || fields[0].isBlank() || fields[1].isBlank()) {
                throw new ModelException(
                        file + ", line " + (i + 1) + ": found '" + line + "', expected a name, a tab and a reason");
            }
            if (reasons.put(fields[0].strip(), fields[1].strip()) != null) {
                throw new ModelException(file + ", line " + (i + 1) + ": '" + fields[0] + "' is there twice");
            }
        }
        return new ExpectedFailures(reasons);
    }

    /// What is different from this list, a line each: failures that are not in it, and cases in it that pass or were not
    /// run.
    public List<String> differences(List<CaseResult> results) {
        List<String> differences = new ArrayList<>();
        Set<String> notRun = new LinkedHashSet<>(reasons.keySet());
        for (CaseResult result : results) {
            notRun.remove(result.name());
            boolean expected = reasons.containsKey(result.name());
            if (!result.passed() && !expected) {
                differences.add("unexpected failure: " + result.name() + ": " + Report.oneLine(result.reason()));
            } else if (result.passed() && expected) {
                differences.add("unexpected pass: " + result.name() + " (listed: " + reasons.get(result.name()) + ")");
            }
        }
        notRun.forEach(name -> differences.add("listed, but not run: " + name));
        return differences;
    }
}

package org.sardonyx.cli.conform;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.sardonyx.ir.ModelException;

/// How far a number may be from the expected one: `|got - want| <= absolute + relative * |want|`.
public record Tolerance(double relative, double absolute) {
    /// What ONNX's own test runner allows where a test says nothing.
    public static final Tolerance DEFAULT = new Tolerance(1e-3, 1e-7);

    private static final long LONGEST_FILE = 1 << 20;

    public Tolerance {
        if (!(relative >= 0 && absolute >= 0)) {
            throw new ModelException(
                    "the tolerance rtol " + relative + ", atol " + absolute + " is negative or no number");
        }
    }

    /// Reads the numbers `rtol` and `atol` of a JSON object; what is not there is as in [#DEFAULT].
    ///
    /// @throws ModelException if the file is no such object
    static Tolerance read(Path file) {
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw new ModelException("has more than " + LONGEST_FILE + " bytes, expected a few numbers");
            }
            Map<String, Object> object = JSON.std.mapFrom(Files.readString(file));
            return new Tolerance(number(object, "rtol", DEFAULT.relative), number(object, "atol", DEFAULT.absolute));
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be read as a JSON object: " + e.getMessage().lines().findFirst()
                    .orElse(""), e);
        } catch (ModelException e) {
            throw e.at(file.toString());
        }
    }

    private static double number(Map<String, Object> object, String key, double otherwise) {
        return switch (object.get(key)) {
            case null -> otherwise;
            case Number number -> number.doubleValue();
            case Object other -> throw new ModelException("'" + key + "' is " + other + ", expected a number");
        };
    }

    boolean admits(double difference, double wanted) {
        return difference <= absolute + relative * Math.abs(wanted);
    }
}

package org.sardonyx.frontend.npy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;

/// How the elements lie in a file.
///
/// @param dataType the type that holds them exactly
/// @param bytes the size of one element
/// @param bigEndian whether the bytes of a number begin with the highest
record NpyElements(DataType dataType, int bytes, boolean bigEndian) {
    private static final Pattern NAME = Pattern.compile("([<>|=])([a-zA-Z])(\\d{0,9})");
    private static final int LONGEST_STRING = 1 << 24;

    /// @param name NumPy's name of the type, such as `<f4`
    /// @throws ModelException if there is no element type that holds such elements
    static NpyElements parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches() || matcher.group(3).isEmpty()) {
            throw unsupported(name);
        }
        int number = Integer.parseInt(matcher.group(3));
        boolean bigEndian = matcher.group(1).equals(">");
        return switch (matcher.group(2)) {
            case "U", "S" -> new NpyElements(DataType.STRING, string(matcher.group(2), number), bigEndian);
            default -> new NpyElements(number(matcher.group(2), number, name), number, bigEndian);
        };
    }

    private static int string(String kind, int length) {
        if (length > LONGEST_STRING) {
            throw new ModelException("holds strings of " + length + " characters, at most " + LONGEST_STRING
                    + " are supported");
        }
        return kind.equals("U") ? 4 * length : length;
    }

    private static DataType number(String kind, int bytes, String name) {
        return switch (kind + bytes) {
            case "b1" -> DataType.BOOL;
            case "i1" -> DataType.INT8;
            case "i2" -> DataType.INT16;
            case "i4" -> DataType.INT32;
            case "i8" -> DataType.INT64;
            case "u1" -> DataType.UINT8;
            case "u2" -> DataType.UINT16;
            case "u4" -> DataType.UINT32;
            case "u8" -> DataType.UINT64;
            case "f2" -> DataType.FLOAT16;
            case "f4" -> DataType.FLOAT32;
            case "f8" -> DataType.FLOAT64;
            case "c8" -> DataType.COMPLEX64;
            case "c16" -> DataType.COMPLEX128;
            default -> throw unsupported(name);
        };
    }

    private static ModelException unsupported(String name) {
        String reason = name.contains("O")
                ? " (Python objects)"
                : name.contains("V") ? " (raw bytes; bfloat16 and 8-bit floats go into float32)" : "";
        return new ModelException("holds elements of NumPy's type '" + name + "'" + reason
                + ", expected numbers of up to 8 bytes, truth values, complex numbers or strings");
    }

    /// NumPy's name for elements of a type NumPy has.
    ///
    /// @param longest for strings the largest number of code points
    static String name(DataType dataType, int longest) {
        return switch (dataType) {
            case BOOL -> "|b1";
            case INT8 -> "|i1";
            case UINT8 -> "|u1";
            case STRING -> "<U" + Math.max(1, longest);
            default -> "<" + switch (dataType.kind()) {
                case FLOAT -> "f";
                case SIGNED -> "i";
                case UNSIGNED -> "u";
                case COMPLEX -> "c";
                case BOOL, STRING -> throw new IllegalStateException(dataType.text());
            } + dataType.bits() / 8;
        };
    }

    /// The narrowest type of NumPy that holds every element of a type: the type itself where NumPy has it.
    static DataType storable(DataType dataType) {
        return switch (dataType) {
            case FLOAT16, FLOAT32, FLOAT64 -> dataType;
            default -> switch (dataType.kind()) {
                case FLOAT -> DataType.FLOAT32;
                case SIGNED -> dataType.bits() < 8 ? DataType.INT8 : dataType;
                case UNSIGNED -> dataType.bits() < 8 ? DataType.UINT8 : dataType;
                case BOOL, STRING, COMPLEX -> dataType;
            };
        };
    }
}

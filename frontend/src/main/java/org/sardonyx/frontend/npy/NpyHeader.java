package org.sardonyx.frontend.npy;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.value.Tensor;

/// What stands before the elements: a magic string, a version, and a Python dictionary that ends in a line feed.
///
/// @param elements NumPy's name of the element type, such as `<f4`
/// @param columnMajor whether the first axis varies fastest (Fortran order)
/// @param size how many bytes the header takes in the file
record NpyHeader(String elements, boolean columnMajor, long[] sizes, long size) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /// NumPy itself refuses longer ones by default.
    private static final int LONGEST = 1 << 16;
    /// With what stands before the dictionary.
    static final int LARGEST = LONGEST + 12;
    private static final int ALIGNMENT = 64;
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// One key and its value: a string, a truth value or a tuple of integers.
    private static final Pattern ENTRY =
            Pattern.compile("\\s*'(\\w+)'\\s*:\\s*('[^'\\\\]*'|True|False|\\([0-9,\\s]*\\))\\s*(,|(?=}))");

    /// @throws ModelException if the file does not begin with a header
    static NpyHeader read(MemorySegment file) {
        byte[] start = file.asSlice(0, Math.min(8, file.byteSize())).toArray(JAVA_BYTE);
        if (start.length < 8 || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new ModelException("is no .npy file: it does not begin with the magic string of NumPy");
        }
        int version = start[6] & 0xFF;
        if (version < 1 || version > 3) {
            throw new ModelException("is of version " + version + " of the .npy format, expected 1, 2 or 3");
        }
        int lengthBytes = version == 1 ? 2 : 4;
        long begin = 8 + lengthBytes;
        if (file.byteSize() < begin) {
            throw new ModelException("ends within the header");
        }
        long length = version == 1 ? file.get(SHORT, 8) & 0xFFFF : file.get(INT, 8) & 0xFFFFFFFFL;
        if (length > LONGEST) {
            throw new ModelException("has a header of " + length + " bytes, expected at most " + LONGEST);
        }
        if (length > file.byteSize() - begin) {
            throw new ModelException("ends within the header");
        }
        byte[] text = file.asSlice(begin, length).toArray(JAVA_BYTE);
        return parse(new String(text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1).strip(),
                begin + length);
    }

    private static NpyHeader parse(String text, long size) {
        Map<String, String> entries = new HashMap<>();
        Matcher matcher = ENTRY.matcher(text);
        int at = 1;
        while (text.startsWith("{") && matcher.find(at) && matcher.start() == at) {
            entries.put(matcher.group(1), matcher.group(2));
            at = matcher.end();
        }
        String elements = entries.getOrDefault("descr", "");
        String order = entries.getOrDefault("fortran_order", "");
        String shape = entries.getOrDefault("shape", "");
        boolean complete = elements.startsWith("'") && (order.equals("True") || order.equals("False"))
                && shape.startsWith("(") && text.substring(Math.min(at, text.length())).strip().equals("}");
        if (!complete) {
            throw new ModelException(text.contains("'descr': [")
                    ? "holds records with several fields, expected plain elements"
                    : "has a header that is not understood: " + text.substring(0, Math.min(200, text.length())));
        }
        return new NpyHeader(elements.substring(1, elements.length() - 1), order.equals("True"), sizes(shape), size);
    }

    private static long[] sizes(String tuple) {
        String[] numbers = Arrays.stream(tuple.substring(1, tuple.length() - 1).split(",")).map(String::strip)
                .filter(number -> !number.isEmpty()).toArray(String[]::new);
        if (numbers.length > Shape.MAXIMUM_RANK) {
            throw new ModelException("has " + numbers.length + " axes, at most " + Shape.MAXIMUM_RANK
                    + " are supported");
        }
        try {
            long[] sizes = Arrays.stream(numbers).mapToLong(Long::parseLong).toArray();
            Tensor.elementCount(sizes);
            return sizes;
        } catch (NumberFormatException _) {
            throw new ModelException("has a shape that is not understood: " + tuple);
        }
    }

    /// A header of version 1.0 for elements in row-major order; it ends where the elements may begin aligned.
    static byte[] write(String elements, long[] sizes) {
        String shape = Arrays.stream(sizes).mapToObj(size -> size + ",").collect(Collectors.joining(" ", "(", ")"));
        String text = "{'descr': '" + elements + "', 'fortran_order': False, 'shape': " + shape + ", }";
        int before = MAGIC.length + 4;
        int length = Math.ceilDiv(before + text.length() + 1, ALIGNMENT) * ALIGNMENT;
        byte[] header = new byte[length];
        Arrays.fill(header, (byte) ' ');
        System.arraycopy(MAGIC, 0, header, 0, MAGIC.length);
        header[6] = 1;
        header[7] = 0;
        header[8] = (byte) (length - before);
        header[9] = (byte) (length - before >> 8);
        byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(ascii, 0, header, before, ascii.length);
        header[length - 1] = '\n';
        return header;
    }
}

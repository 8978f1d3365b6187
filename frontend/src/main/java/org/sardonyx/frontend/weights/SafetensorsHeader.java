package org.sardonyx.frontend.weights;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Shape;

/// Reads the header of a safetensors file: a JSON object with an object for each tensor, and one with the key `__metadata__`
/// that has texts only and is passed over. The header is read token by token, so that what it holds beside tensors takes
/// no memory.
final class SafetensorsHeader {
    private static final String METADATA = "__metadata__";
    private static final int MOST_TENSORS = 1 << 20;

    private final JsonParser json;

    private SafetensorsHeader(JsonParser json) {
        this.json = json;
    }

    /// What the header says of a tensor. It says all of it, and the numbers are not negative; no more than that is known.
    ///
    /// @param type the name of the element type, such as `BF16`
    /// @param begin where the elements begin, counted from the end of the header
    /// @param end where the elements end
    record Entry(String name, String type, long[] sizes, long begin, long end) {}

    /// @throws ModelException if the header is not one of the format
    static List<Entry> read(byte[] header) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(3).maxNumberLength(20).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();
        try (JsonParser json = factory.createParser(header)) {
            return new SafetensorsHeader(json).entries();
        } catch (JsonProcessingException e) {
            throw new ModelException("has a header that is not the JSON of this format: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new ModelException("has a header that is no JSON: " + e.getMessage(), e);
        }
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            try {
                if (json.nextToken() != JsonToken.START_OBJECT) {
                    throw unexpected("an object");
                }
                if (name.equals(METADATA)) {
                    skipTexts();
                } else {
                    entries.add(entry(name));
                }
            } catch (ModelException e) {
                throw e.at(name.equals(METADATA) ? "'" + METADATA + "'" : "tensor '" + name + "'");
            }
            if (entries.size() > MOST_TENSORS) {
                throw new ModelException("has more than " + MOST_TENSORS + " tensors");
            }
        }
        if (json.nextToken() != null) {
            throw unexpected("nothing after the header's object");
        }
        return entries;
    }

    private void skipTexts() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                throw unexpected("a text").at("'" + json.currentName() + "'");
            }
        }
    }

    private Entry entry(String name) throws IOException {
        String type = null;
        long[] sizes = null;
        long[] offsets = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "dtype" -> type = text(key);
                case "shape" -> sizes = numbers(key);
                case "data_offsets" -> offsets = numbers(key);
                default -> throw new ModelException("has the key '" + key
                        + "', expected dtype, shape and data_offsets only");
            }
        }
        if (type == null || sizes == null || offsets == null) {
            throw new ModelException("has no "
                    + (type == null ? "dtype" : sizes == null ? "shape" : "data_offsets"));
        }
        if (offsets.length != 2) {
            throw new ModelException("data_offsets are " + Arrays.toString(offsets) + ", expected two numbers");
        }
        return new Entry(name, type, sizes, offsets[0], offsets[1]);
    }

    private String text(String key) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw unexpected("a text").at("'" + key + "'");
        }
        return json.getText();
    }

    private long[] numbers(String key) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw unexpected("a list of numbers").at("'" + key + "'");
        }
        long[] numbers = new long[Shape.MAXIMUM_RANK];
        int count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                    || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER || json.getLongValue() < 0) {
                throw unexpected("a whole number that is not negative").at("'" + key + "'");
            }
            if (count == numbers.length) {
                throw new ModelException("has more than " + Shape.MAXIMUM_RANK + " axes");
            }
            numbers[count++] = json.getLongValue();
        }
        return Arrays.copyOf(numbers, count);
    }

    private ModelException unexpected(String expected) throws IOException {
        String found = json.currentToken().isScalarValue() ? json.getText() : json.currentToken().asString();
        return new ModelException("found " + found.substring(0, Math.min(found.length(), 100))
                + ", expected " + expected);
    }
}

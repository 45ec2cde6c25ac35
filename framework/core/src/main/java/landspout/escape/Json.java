package landspout.escape;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON on Jackson. Text goes in as characters, so that Jackson never guesses UTF-16 or UTF-32 from bytes. */
final class Json {

    private static final int MAXIMUM_DEPTH = 500;
    private static final int MAXIMUM_NUMBER_LENGTH = 1000;
    private static final int POOLED_BUFFERS = 16;

    private Json() {}

    /** Apart from {@link Writing}: reading needs a tenth of the classes, and starting the application needs neither. */
    private static final class Reading {

        /**
         * The pool is bounded and our own: a pool in thread-locals would hold the class loader of a redeployed WAR on
         * the container's threads. Names are not canonicalized, because they are the client's to choose.
         */
        static final JsonFactory FACTORY = JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.newBoundedPool(POOLED_BUFFERS))
                .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAXIMUM_DEPTH)
                        .maxNumberLength(MAXIMUM_NUMBER_LENGTH)
                        // Whoever read the body has bounded it.
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    private static final class Writing {

        /** ASCII only, as Python writes it: half a surrogate pair, which JSON can carry and UTF-8 cannot, survives. */
        static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                        .recyclerPool(JsonRecyclerPools.newBoundedPool(POOLED_BUFFERS))
                        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .build())
                .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
    }

    static byte[] encode(@Nullable Object value) {
        try {
            return escapeEndTags(Writing.MAPPER.writeValueAsBytes(value));
        } catch (JacksonException e) {
            throw new JsonException("not expressible in JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** {@code </} becomes {@code <\/}, so that JSON inside a script element cannot end it. */
    private static byte[] escapeEndTags(byte[] json) {
        int endTags = 0;
        for (int i = 1; i < json.length; i++) {
            if (json[i] == '/' && json[i - 1] == '<') {
                endTags++;
            }
        }
        if (endTags == 0) {
            return json;
        }
        byte[] escaped = new byte[json.length + endTags];
        int length = 0;
        for (int i = 0; i < json.length; i++) {
            if (i > 0 && json[i] == '/' && json[i - 1] == '<') {
                escaped[length++] = '\\';
            }
            escaped[length++] = json[i];
        }
        return escaped;
    }

    static String encodeToString(@Nullable Object value) {
        return new String(encode(value), StandardCharsets.US_ASCII);
    }

    static @Nullable Object decode(String text) {
        try (JsonParser parser = Reading.FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonException("not JSON: empty");
            }
            Object value = value(parser, first);
            if (parser.nextToken() != null) {
                throw new JsonException("not JSON: something follows the value");
            }
            return value;
        } catch (JacksonException e) {
            throw new JsonException("not JSON: " + e.getOriginalMessage(), e);
        } catch (NumberFormatException e) {
            // Jackson lets it through for exponents of more than ten digits.
            throw new JsonException("not JSON: " + e.getMessage(), e);
        }
    }

    /** Recursion is as deep as the nesting, which the parser bounds. */
    private static @Nullable Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> fraction(parser);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw new JsonException("not JSON: unexpected " + token);
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            object.put(name, value(parser, parser.nextToken()));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) {
        List<@Nullable Object> array = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(parser, token));
        }
        return array;
    }

    /** A double, unless it is too large for one: infinity could not be written back. */
    private static Number fraction(JsonParser parser) {
        double value = parser.getDoubleValue();
        return Double.isInfinite(value) ? parser.getDecimalValue() : (Number) value;
    }
}

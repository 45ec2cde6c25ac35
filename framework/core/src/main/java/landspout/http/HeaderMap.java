package landspout.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Header fields that can be changed: a response's, or those of a request made in memory.
 *
 * <p>This is the one gate for everything that leaves in a header: a name is a token (RFC 9110, 5.6.2), a value holds
 * tab, 20 to 7E and 80 to FF. Anything else, CR and LF above all, is an {@link IllegalArgumentException}, in every
 * host alike, since containers clean, drop or send such text as they please.
 *
 * <p>Not for use by several threads at once.
 */
public final class HeaderMap implements HttpHeaders {

    /** Names and values in turn; a handful of fields is found faster by looking along than by hashing. */
    private String[] fields = new String[8];

    private int size;

    /**
     * Sets a field, in place of every value that it had.
     *
     * @throws IllegalArgumentException if the name is no token or the value holds a character that may not be sent
     */
    public void set(String name, String value) {
        HeaderSyntax.checkName(name);
        HeaderSyntax.checkValue(name, value);
        int at = indexOf(name, 0);
        if (at < 0) {
            append(name, value);
        } else {
            fields[at] = name;
            fields[at + 1] = value;
            removeFrom(at + 2, name);
        }
    }

    /**
     * Adds a value to a field, beside those that it has.
     *
     * @throws IllegalArgumentException as {@link #set}
     */
    public void add(String name, String value) {
        HeaderSyntax.checkName(name);
        HeaderSyntax.checkValue(name, value);
        append(name, value);
    }

    /** Removes a field with all its values; nothing happens when it is absent. */
    public void remove(String name) {
        removeFrom(0, name);
    }

    /** Removes every field. */
    public void clear() {
        size = 0;
    }

    /** Hands over each value with its name, in order; a repeated field comes several times. */
    public void forEach(BiConsumer<String, String> action) {
        for (int i = 0; i < size; i += 2) {
            action.accept(fields[i], fields[i + 1]);
        }
    }

    /** How many values there are in all. */
    public int size() {
        return size / 2;
    }

    /** The name of the value at this place, counted from 0 to {@link #size()}. */
    public String nameAt(int index) {
        return fields[2 * index];
    }

    /** The value at this place, counted from 0 to {@link #size()}. */
    public String valueAt(int index) {
        return fields[2 * index + 1];
    }

    @Override
    public List<String> getList(String name) {
        int at = indexOf(name, 0);
        if (at < 0) {
            return List.of();
        }
        int next = indexOf(name, at + 2);
        if (next < 0) {
            return List.of(fields[at + 1]);
        }
        List<String> values = new ArrayList<>(4);
        for (int i = at; i >= 0; i = indexOf(name, i + 2)) {
            values.add(fields[i + 1]);
        }
        return Collections.unmodifiableList(values);
    }

    @Override
    public String get(String name, String fallback) {
        int at = indexOf(name, 0);
        if (at < 0) {
            return fallback;
        }
        return indexOf(name, at + 2) < 0 ? fields[at + 1] : String.join(",", getList(name));
    }

    @Override
    public boolean contains(String name) {
        return indexOf(name, 0) >= 0;
    }

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < size; i += 2) {
            names.add(fields[i]);
        }
        return Collections.unmodifiableSet(names);
    }

    private int indexOf(String name, int from) {
        for (int i = from; i < size; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    private void append(String name, String value) {
        if (size == fields.length) {
            fields = Arrays.copyOf(fields, size * 2);
        }
        fields[size] = name;
        fields[size + 1] = value;
        size += 2;
    }

    private void removeFrom(int start, String name) {
        int kept = start;
        for (int i = start; i < size; i += 2) {
            if (!fields[i].equalsIgnoreCase(name)) {
                fields[kept] = fields[i];
                fields[kept + 1] = fields[i + 1];
                kept += 2;
            }
        }
        size = kept;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        forEach((name, value) -> text.append(text.length() == 1 ? "" : ", ")
                .append(name)
                .append(": ")
                .append(value));
        return text.append('}').toString();
    }
}

package landspout.templates;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;
import landspout.escape.Escape;
import org.jspecify.annotations.Nullable;

/** Reads templates as UTF-8, strictly; Pebble's own loaders take whatever comes and follow names anywhere. */
final class TemplateLoader implements Loader<String> {

    private final TemplateSource source;

    TemplateLoader(TemplateSource source) {
        this.source = source;
    }

    @Override
    public String createCacheKey(String name) {
        return TemplateName.check(name);
    }

    @Override
    public Reader getReader(String name) {
        byte[] octets = read(name)
                .orElseThrow(() -> new LoaderException(null, "there is no template " + name + " in " + source.place()));
        try {
            return new StringReader(Escape.toUnicode(octets));
        } catch (IllegalArgumentException notUtf8) {
            throw new LoaderException(notUtf8, "the template " + name + " is not UTF-8");
        }
    }

    @Override
    public boolean resourceExists(String name) {
        return read(TemplateName.check(name)).isPresent();
    }

    private Optional<byte[]> read(String name) {
        try {
            return source.read(name);
        } catch (IOException failed) {
            throw new LoaderException(failed, "the template " + name + " cannot be read");
        }
    }

    /** Null says to Pebble that the name is whole already. */
    @Override
    public @Nullable String resolveRelativePath(String name, String user) {
        return TemplateName.isRelative(name) ? TemplateName.resolve(name, user) : null;
    }

    @Override
    public void setCharset(String charset) {
        throw new UnsupportedOperationException("templates are UTF-8");
    }

    @Override
    public void setPrefix(String prefix) {
        throw new UnsupportedOperationException("templates have whole names");
    }

    @Override
    public void setSuffix(String suffix) {
        throw new UnsupportedOperationException("templates have whole names");
    }
}

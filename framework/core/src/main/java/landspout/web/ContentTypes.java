package landspout.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The Content-Type of a file by its name; the same on every machine, unlike what the system knows. */
final class ContentTypes {

    private static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> BY_EXTENSION = table("""
            application/atom+xml atom
            application/epub+zip epub
            application/gzip gz tgz taz tz svgz
            application/java-archive jar
            application/json json map
            application/ld+json jsonld
            application/manifest+json webmanifest
            application/msword doc dot
            application/pdf pdf
            application/pkcs8 p8
            application/postscript ps eps ai
            application/rss+xml rss
            application/rtf rtf
            application/vnd.apple.mpegurl m3u8
            application/vnd.ms-excel xls xlb
            application/vnd.ms-fontobject eot
            application/vnd.ms-powerpoint ppt pps pot
            application/vnd.oasis.opendocument.presentation odp
            application/vnd.oasis.opendocument.spreadsheet ods
            application/vnd.oasis.opendocument.text odt
            application/vnd.openxmlformats-officedocument.presentationml.presentation pptx
            application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx
            application/vnd.openxmlformats-officedocument.wordprocessingml.document docx
            application/wasm wasm
            application/x-7z-compressed 7z
            application/x-sh sh
            application/x-tar tar
            application/xhtml+xml xhtml xht
            application/xml xsl rdf wsdl xpdl
            application/yaml yaml yml
            application/zip zip
            audio/aac aac
            audio/flac flac
            audio/midi mid midi
            audio/mp4 m4a
            audio/mpeg mp3 mp2
            audio/ogg oga ogg opus
            audio/wav wav
            audio/webm weba
            font/collection ttc
            font/otf otf
            font/ttf ttf
            font/woff woff
            font/woff2 woff2
            image/apng apng
            image/avif avif
            image/bmp bmp
            image/gif gif
            image/heic heic
            image/jpeg jpg jpeg jpe
            image/png png
            image/svg+xml svg
            image/tiff tif tiff
            image/vnd.microsoft.icon ico
            image/webp webp
            message/rfc822 eml mht mhtml nws
            text/calendar ics
            text/css css
            text/csv csv
            text/html html htm
            text/javascript js mjs
            text/markdown md markdown
            text/plain txt text log conf c h bat ksh pl
            text/tab-separated-values tsv
            text/vcard vcf
            text/vtt vtt
            text/x-java java
            text/x-python py
            text/xml xml
            video/mp2t ts
            video/mp4 mp4 m4v mpa
            video/mpeg mpeg mpg mpe m1v
            video/ogg ogv
            video/quicktime mov qt
            video/webm webm
            video/x-matroska mkv
            video/x-msvideo avi
            """);

    private ContentTypes() {}

    private static Map<String, String> table(String lines) {
        Map<String, String> types = new HashMap<>();
        for (String line : lines.lines().toList()) {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                types.put(words[i], words[0]);
            }
        }
        return Map.copyOf(types);
    }

    /** The type for the last extension of a path, without a charset. */
    static String of(String path) {
        int name = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        if (dot <= name) {
            return UNKNOWN;
        }
        return BY_EXTENSION.getOrDefault(path.substring(dot + 1).toLowerCase(Locale.ROOT), UNKNOWN);
    }
}

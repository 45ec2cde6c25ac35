package landspout.http;

/**
 * Where one part of a multipart form lies in the body.
 *
 * @param filename empty for an ordinary field
 * @param start position of its first octet
 * @param length its octets
 */
record MultipartPart(String name, String filename, String contentType, long start, long length) {

    boolean isFile() {
        return !filename.isEmpty();
    }
}

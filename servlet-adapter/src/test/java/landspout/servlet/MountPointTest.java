package landspout.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountPointTest {

    @ParameterizedTest
    @CsvSource(nullValues = "400", textBlock = """
            # context, prefix, raw request URI,  path below, or 400
            '',     '',    /,                    /
            '',     '',    /a/b,                 /a/b
            '',     '',    //a//b,               //a//b
            '',     '',    /a/../b,              /a/../b
            '',     '',    /a;x=1/b,             /a;x=1/b
            '',     '',    /%2F%5C%25,           /%2F%5C%25
            '',     '',    *,                    400
            '',     '',    example.com:443,      400
            '',     '',    http://h/a,           400
            '',     '',    '',                   400
            /app,   '',    /app,                 /
            /app,   '',    /app/,                /
            /app,   '',    /app/a,               /a
            /app,   '',    /app//a,              //a
            /app,   '',    /app/app/a,           /app/a
            /app,   '',    /%61pp/a,             /a
            /app,   '',    /%61p%70,             /
            /app,   '',    /app;v=1/a,           /a
            /app,   '',    /app;v=1,             /
            /app,   '',    /app/a;v=1,           /a;v=1
            /app,   '',    //app/a,              /a
            /app,   '',    ///app//a,            //a
            /app,   '',    /./app/a,             /a
            /app,   '',    /x/../app/a,          /a
            /app,   '',    /x/%2e%2e/app/a,      /a
            /app,   '',    /x/..;p/app/a,        /a
            /app,   '',    /x/y/../../app/a,     /a
            /app,   '',    /app/../app/a,        /a
            /app,   '',    /app/a/../b,          /a/../b
            /app,   '',    /app/a/b/../../c,     /a/b/../../c
            /app,   '',    /app/%2e%2e/other,    400
            /app,   '',    /app/../other,        400
            /app,   '',    /app/a/../../other,   400
            /app,   '',    /app/..,              400
            /app,   '',    /../app/a,            400
            /app,   '',    /..,                  400
            /app,   '',    /APP/a,               400
            /app,   '',    /application/a,       400
            /app,   '',    /ap/a,                400
            /app,   '',    /,                    400
            /app,   '',    /app%2Fa,             400
            /app,   '',    /app%3Bv,             400
            /app,   '',    /%zzapp/a,            400
            /app,   '',    /app%,                400
            /app,   '',    /app/%ff,             /%ff
            /app,   '',    /%ff/a,               400
            /app,   '',    /app/.hidden,         /.hidden
            /app,   '',    /app/%61,             /%61
            /app,   /api,  /app/api/a,           /a
            /app,   /api,  /app/api,             /
            /app,   /api,  /app/%61pi;x/a,       /a
            /app,   /api,  /app/other/a,         400
            /app,   /api,  /app/x/../api/a,      /a
            /app,   /api,  /app/api/../a,        400
            '',     /api,  /api/v1/..,           /v1/..
            '',     /a/b,  /a/b/c,               /c
            '',     /a/b,  /a/x/../b/c,          /c
            /a b,   '',    /a%20b/c,             /c
            /a%20b, '',    /a%20b/c,             /c
            /café,  '',    /caf%C3%A9/c,         /c
            /caf%C3%A9, '', /caf%c3%a9/c,        /c
            """)
    void cutsThePathOff(String contextPath, String prefix, String uri, String path) {
        assertThat(MountPoint.of(contextPath, prefix).cut(uri)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', ''",
        "/, '', ''",
        "/app, '', /app",
        "/app, /api, /app/api",
        "/a b, '', /a%20b",
        "/a%20b, '', /a%20b",
        "/café, '', /caf%C3%A9",
        "/caf%c3%a9, '', /caf%C3%A9",
        "'/a;\"<b', '', /a%3B%22%3Cb",
        "/100%, '', /100%25",
    })
    void tellsTheMountPointForLinks(String contextPath, String prefix, String rootPath) {
        assertThat(MountPoint.of(contextPath, prefix).rootPath()).isEqualTo(rootPath);
    }

    @Test
    void keepsTheUriItselfAtTheRoot() {
        String uri = "/a/b";

        assertThat(MountPoint.of("", "").cut(uri)).isSameAs(uri);
    }
}

package landspout.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderParametersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "form-data; p=x                              | x",
                "form-data;p=x                               | x",
                "form-data ;  P  =  x  ; q=1                 | x",
                "form-data; p=\"x y\"                        | x y",
                "form-data; p=\"a;b=c.txt\"                  | a;b=c.txt",
                "form-data; p=\"a\\\"b\"                     | a\"b",
                "form-data; p=\"a\\\\\"; q=1                 | a\\",
                "form-data; p=\"C:\\dir\\file.txt\"          | C:\\dir\\file.txt",
                "form-data; p=\"a%22b\"                      | a%22b",
                "form-data; p=\"\"                           | ~~",
                "form-data; p=                               | ~~",
                "form-data; p                                | ~~",
                "form-data; ; ;p=x                           | x",
                "form-data; p=1; p=2                         | 2",
                "form-data; p=\"open                         | \"open",
                "form-data; p=\"open; q=1                    | \"open; q=1",
                "form-data; p=a\"b                           | a\"b",
                "form-data; p=a=b                            | a=b",
                "form-data; p*=UTF-8''na%C3%AFve%20file      | na\u00efve file",
                "form-data; p*=utf-8'en'%e2%98%83            | \u2603",
                "form-data; p*=\"UTF-8''x\"                  | x",
                "form-data; p=plain; p*=UTF-8''extended      | extended",
                "form-data; p*=UTF-8''extended; p=plain      | extended",
                "form-data; p*=ISO-8859-1''%E9               | \u00e9",
                "form-data; p*=x-unknown''%E9                | \u00e9",
                "form-data; p*=''%E9                         | \u00e9",
                "form-data; p*=UTF-8''%E9                    | \ufffd",
                "form-data; p*=UTF-8''a'b%27c                | a'b'c",
                "form-data; p*=UTF-8''%zz%4                  | %zz%4",
                "form-data; p*=UTF-8''\u2603                 | \u2603",
                "form-data; p*=no-charset                    | no-charset",
                "form-data; p*1=b; p*0=a; p*2=c              | abc",
                "form-data; p*0*=UTF-8''%C3; p*1*=%A9; p*2=% | \u00e9%",
            })
    void parametersAreReadAsTornadoReadsThem(String line, String expected) {
        HeaderParameters parameters = HeaderParameters.parse(line);

        assertThat(parameters.value()).isEqualTo("form-data");
        assertThat(parameters.parameter("p")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"p*x=1", "p*-1=1", "p*00001=1", "p**=1", "p*1x*=1", "*=1"})
    void whatLooksLikeAContinuationButIsNoneKeepsItsName(String piece) {
        HeaderParameters parameters = HeaderParameters.parse("form-data; " + piece);

        assertThat(parameters.parameter("p")).isEmpty();
        assertThat(parameters.parameter(piece.substring(0, piece.indexOf('=')))).isEqualTo("1");
    }

    @Test
    void anEmptyHeaderHasNothing() {
        assertThat(HeaderParameters.parse("").value()).isEmpty();
        assertThat(HeaderParameters.parse(";").value()).isEmpty();
        assertThat(HeaderParameters.parse("").parameter("p")).isEmpty();
    }
}

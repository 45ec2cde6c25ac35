package landspout.web;

import landspout.http.Cookie;

/** Gives a cookie that the framework sets the attributes that the application wants it to have. */
@FunctionalInterface
public interface CookieAttributes {

    /** The cookie with its attributes, for instance {@code cookie.secure(true).sameSite(SameSite.LAX)}. */
    Cookie apply(Cookie cookie);
}

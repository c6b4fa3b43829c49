package org.yangguang.delivery.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yangguang.delivery.internal.StoredPage;

/** Holds back the body of an answer while it is made; status and headers go to the real answer, errors and redirections too. */
final class CapturedResponse extends HttpServletResponseWrapper {

    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "content-length",
            "content-type",
            "content-encoding",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "date",
            "etag",
            "last-modified",
            "cache-control",
            "vary",
            "set-cookie",
            "accept-ranges");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
    private @Nullable PrintWriter writer;
    private @Nullable Locale language;
    private boolean left;
    private boolean cookie;

    private final ServletOutputStream stream = new ServletOutputStream() {
        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes.write(b, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("a kept page is written at once");
        }
    };

    CapturedResponse(HttpServletResponse response) {
        super(response);
    }

    /** Whether the container answers in another way: with an error page or a redirection. */
    boolean left() {
        return left;
    }

    boolean setsCookie() {
        return cookie;
    }

    byte[] body() {
        if (writer != null) {
            writer.flush();
        }
        return bytes.toByteArray();
    }

    /** The headers that belong to the page. */
    List<StoredPage.Header> headers() {
        List<StoredPage.Header> headers = new ArrayList<>();
        for (String name : Set.copyOf(getHeaderNames())) {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                getHeaders(name).forEach(value -> headers.add(new StoredPage.Header(name, value)));
            }
        }
        if (language != null && !containsHeader("Content-Language")) {
            headers.add(new StoredPage.Header("Content-Language", language.toLanguageTag()));
        }
        return headers;
    }

    /** The container writes it as a header of its own accord, so it is not among the headers yet. */
    @Override
    public void setLocale(Locale locale) {
        language = locale;
        super.setLocale(locale);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            String encoding = getCharacterEncoding();
            writer = new PrintWriter(new OutputStreamWriter(
                    bytes, encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
        }
        return writer;
    }

    @Override
    public void addCookie(Cookie added) {
        cookie = true;
        super.addCookie(added);
    }

    @Override
    public void setHeader(String name, String value) {
        if (counts(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (counts(name)) {
            super.addHeader(name, value);
        }
    }

    private boolean counts(String name) {
        cookie |= name.equalsIgnoreCase("set-cookie");
        return !name.equalsIgnoreCase("content-length");
    }

    @Override
    public void setContentLength(int length) {
        // the length is known when the page is
    }

    @Override
    public void setContentLengthLong(long length) {
        // the length is known when the page is
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void flushBuffer() {
        // the page is written as a whole
    }

    @Override
    public void resetBuffer() {
        bytes.reset();
        writer = null;
    }

    @Override
    public void reset() {
        super.reset();
        resetBuffer();
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        left = true;
        super.sendError(status, message);
    }

    @Override
    public void sendError(int status) throws IOException {
        left = true;
        super.sendError(status);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        left = true;
        super.sendRedirect(location);
    }

    @Override
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        left = true;
        super.sendRedirect(location, status, clearBuffer);
    }
}

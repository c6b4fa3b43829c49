package org.yangguang.site.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What the server does before the program has a word: it mends queries, and says in plain words what it cannot read at all. */
@Component
class ServerManners implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextValves(new MendedQueries());
        server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(PlainReport.class.getName());
            }
        });
    }

    /** Sends a reader whose query is written in another way to the same address written well. */
    static final class MendedQueries extends ValveBase {

        MendedQueries() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            boolean reads =
                    request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
            String path = request.getRequestURI();
            // An address with two slashes at its beginning would lead to another site.
            Optional<String> mended = reads && path.startsWith("/") && !path.startsWith("//")
                    ? QueryText.mended(request.getQueryString())
                    : Optional.empty();
            if (mended.isPresent()) {
                response.sendRedirect(path + "?" + mended.get());
            } else {
                getNext().invoke(request, response);
            }
        }
    }

    /** For what does not even reach the error pages: an address that is none, or one that is too long. */
    public static final class PlainReport extends ErrorReportValve {

        private static final String PAGE = """
                <!DOCTYPE html>
                <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$d</title></head><body>
                <h1>无法识别的网址</h1><p>网址过长，或含有不能使用的字符。请检查网址，或从<a href="/">首页</a>重新查找。</p>
                <p lang="en">This address is too long or has characters that it must not have. Check it, or begin at the
                <a href="/">home page</a>.</p></body></html>
                """;

        @Override
        protected void report(Request request, Response response, Throwable throwable) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType("text/html");
                response.setCharacterEncoding("utf-8");
                Writer page = response.getReporter();
                if (page != null) {
                    page.write(PAGE.formatted(status));
                    response.finishResponse();
                }
            } catch (IOException gone) {
                // the reader has left
            }
        }
    }
}

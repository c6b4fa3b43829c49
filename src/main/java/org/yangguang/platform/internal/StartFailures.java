package org.yangguang.platform.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;
import org.yangguang.platform.StartFailure;

/** Turns what went wrong into one sentence on standard error. */
final class StartFailures {

    private static final int FAILED = 1;

    private static final List<String> QUIET = List.of(
            "org.springframework.boot.SpringApplication",
            "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter",
            "org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext",
            "org.apache.catalina.core",
            "org.apache.catalina.util");

    private StartFailures() {}

    static int report(Throwable failure, boolean debug) {
        System.err.println(sentence(failure));
        if (debug) {
            failure.printStackTrace();
        }
        return FAILED;
    }

    /** Properties that keep the framework from printing its own account of a failed start. */
    static List<String> quietLogging() {
        return QUIET.stream()
                .map(logger -> "--logging.level." + logger + "=OFF")
                .toList();
    }

    /** Once the start is over, what goes wrong is written down again; only what the error page writes down is not written twice. */
    static void endQuiet() {
        LoggingSystem logging = LoggingSystem.get(StartFailures.class.getClassLoader());
        QUIET.forEach(logger -> logging.setLogLevel(logger, null));
        logging.setLogLevel(
                "org.apache.catalina.core.ContainerBase.[Tomcat].[localhost].[/].[dispatcherServlet]", LogLevel.OFF);
    }

    static String sentence(Throwable failure) {
        return cause(failure, StartFailure.class)
                .map(Throwable::getMessage)
                .or(() -> cause(failure, PortInUseException.class)
                        .map(e -> "Port " + e.getPort()
                                + " is in use by another program; choose another one with --port."))
                .or(() -> cause(failure, BindException.class)
                        .map(e -> "The address cannot be listened on (" + e.getMessage()
                                + "); see --port and --address."))
                .or(() -> cause(failure, ConnectException.class)
                        .map(e -> "The PostgreSQL server cannot be reached (" + e.getMessage() + "); see --jdbc."))
                .or(() -> cause(failure, SQLException.class).map(e -> "The database refuses: " + e.getMessage()))
                .or(() -> cause(failure, IOException.class).map(e -> "Input or output failed: " + e.getMessage()))
                .orElseGet(() -> {
                    Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
                    String message = root.getMessage() == null ? "" : ": " + root.getMessage();
                    return root.getClass().getSimpleName() + message + " (--debug shows more)";
                });
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }
}

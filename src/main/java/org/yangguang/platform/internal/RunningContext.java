package org.yangguang.platform.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.yangguang.platform.Program;

/** The application context of a command: everything but listening ports and jobs, started when first asked for. */
final class RunningContext implements Program, AutoCloseable {

    private final Class<?> application;
    private final List<String> properties;
    private final boolean debug;
    private @Nullable ConfigurableApplicationContext context;

    RunningContext(Class<?> application, List<String> properties, boolean debug) {
        this.application = application;
        this.properties = properties;
        this.debug = debug;
    }

    @Override
    public <T> T bean(Class<T> type) {
        return context().getBean(type);
    }

    /** The command itself, out of any proxy, so that its annotated fields can be set. */
    Object command(Class<?> type) {
        Object bean = context().getBean(type);
        return Objects.requireNonNullElse(AopProxyUtils.getSingletonTarget(bean), bean);
    }

    private ConfigurableApplicationContext context() {
        if (context == null) {
            List<String> arguments = new ArrayList<>(List.of(
                    "--yangguang.mode=command",
                    "--server.port=-1",
                    "--management.server.port=-1",
                    "--spring.main.lazy-initialization=true",
                    "--spring.jmx.enabled=false",
                    "--logging.threshold.console=" + (debug ? "INFO" : "OFF")));
            arguments.addAll(properties);
            context = new SpringApplicationBuilder(application)
                    .bannerMode(Banner.Mode.OFF)
                    .run(arguments.toArray(String[]::new));
        }
        return context;
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}

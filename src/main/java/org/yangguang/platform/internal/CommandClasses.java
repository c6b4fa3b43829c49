package org.yangguang.platform.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.yangguang.platform.ProgramCommand;
import org.yangguang.platform.StandaloneCommand;
import picocli.CommandLine.Command;

/** Finds the commands of all modules by reading class files; none is initialised before it runs. */
final class CommandClasses {

    private CommandClasses() {}

    static List<Class<?>> below(String basePackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ProgramCommand.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(StandaloneCommand.class));
        return scanner.findCandidateComponents(basePackage).stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()), CommandClasses.class.getClassLoader()))
                .filter(type -> type.isAnnotationPresent(Command.class))
                .sorted(Comparator.comparing(
                        type -> type.getAnnotation(Command.class).name()))
                .toList();
    }
}

package org.yangguang;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.yangguang.platform.CommandLine;

/**
 * The one program: serves the site, or runs one of the commands that {@code --help} lists. Beans carry the full names of their classes, so
 * that two modules may use the same word for things of their own.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Yangguang {

    public static void main(String[] args) {
        System.exit(CommandLine.run(Yangguang.class, args));
    }
}

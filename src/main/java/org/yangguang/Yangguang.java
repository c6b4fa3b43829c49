package org.yangguang;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.yangguang.platform.BeanNames;
import org.yangguang.platform.CommandLine;

/** The one program: serves the site, or runs one of the commands that {@code --help} lists. */
@SpringBootApplication(nameGenerator = BeanNames.class)
public class Yangguang {

    public static void main(String[] args) {
        System.exit(CommandLine.run(Yangguang.class, args));
    }
}

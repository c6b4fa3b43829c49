package org.yangguang.platform;

/** The program behind a command: its application context without web server and jobs, started when first asked. */
public interface Program {

    <T> T bean(Class<T> type);
}

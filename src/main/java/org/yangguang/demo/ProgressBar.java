package org.yangguang.demo;

/** Tells on the terminal how far something is; in a log it is a line for every tenth part. */
final class ProgressBar {

    private static final int WIDTH = 40;

    private final String what;
    private final long total;
    private final boolean terminal = System.console() != null;
    private final long began = System.nanoTime();
    private int told = -1;

    ProgressBar(String what, long total) {
        this.what = what;
        this.total = total;
        at(0);
    }

    void at(long count) {
        int part = (int) (count * (terminal ? WIDTH : 10) / total);
        if (part == told && !terminal) {
            return;
        }
        told = part;
        if (terminal) {
            System.out.printf(
                    "\r%s [%s%s] %,d of %,d",
                    what, "#".repeat(part), ".".repeat(Math.max(0, WIDTH - part)), count, total);
        } else {
            System.out.printf("%s: %,d of %,d%n", what, count, total);
        }
        System.out.flush();
    }

    void done() {
        System.out.printf("%s%s: done in %.0f s.%n", terminal ? "\n" : "", what, (System.nanoTime() - began) / 1e9);
    }
}

package org.yangguang.demo;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yangguang.demo.DemoMarker.Phase;
import org.yangguang.organ.Organs;
import org.yangguang.platform.WhenServing;

/** Loads the demonstration into an empty database when it is asked for, finishes a load that was cut short, and tells its accounts. */
@Component
@WhenServing
@Order(10)
class DemoStart implements ApplicationRunner {

    private final boolean wanted;
    private final DemoMarker marker;
    private final DemoLoad load;
    private final Organs organs;

    DemoStart(@Value("${yangguang.demo:false}") boolean wanted, DemoMarker marker, DemoLoad load, Organs organs) {
        this.wanted = wanted;
        this.marker = marker;
        this.load = load;
        this.organs = organs;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean begun = marker.progress().isPresent();
        if (!begun && !wanted) {
            return;
        }
        if (!begun && !organs.all().isEmpty()) {
            System.out.println("This database holds organs of its own: the demonstration is not loaded into it.");
            return;
        }
        if (marker.progress().filter(each -> each.phase() == Phase.LOADED).isEmpty()) {
            ProgressBar bar = new ProgressBar("Loading the demonstration", DISTRICT);
            load.load(bar::at);
            bar.done();
        }
        tell();
    }

    /** Documents of the district's past: 22,095 on the website and 6,800 by other ways. */
    private static final long DISTRICT = 28_895;

    private static void tell() {
        StringBuilder text = new StringBuilder(
                        "\nDemonstration: sign in at /console with one of these accounts and the password ")
                .append(DemoAccounts.PASSWORD)
                .append('\n');
        for (DemoAccounts.Known each : DemoAccounts.KNOWN) {
            text.append("  %-10s %s  %s%n"
                    .formatted(
                            each.login(),
                            each.name(),
                            each.role()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', ' ')));
        }
        System.out.print(text);
    }
}

package org.yangguang.channel.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yangguang.channel.Carrier;
import org.yangguang.channel.Outlet;
import org.yangguang.channel.Outlets;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.site.KeptPages;
import org.yangguang.site.MappedPages;

/** Where the public finds information beside this website. */
@Controller
class ChannelPages {

    private final Outlets outlets;
    private final Organs organs;

    ChannelPages(Outlets outlets, Organs organs) {
        this.outlets = outlets;
        this.organs = organs;
    }

    @GetMapping("/channels")
    String channels(Model model) {
        Map<Carrier, List<Outlet>> byCarrier = new EnumMap<>(Carrier.class);
        List<Outlet> open = outlets.open();
        Arrays.stream(Carrier.values()).forEach(carrier -> {
            List<Outlet> some =
                    open.stream().filter(outlet -> outlet.carrier() == carrier).toList();
            if (!some.isEmpty()) {
                byCarrier.put(carrier, some);
            }
        });
        Map<Long, Organ> owners = new TreeMap<>();
        open.forEach(outlet -> organs.find(outlet.organ())
                .ifPresent(organ -> owners.put(outlet.organ().value(), organ)));
        model.addAttribute("carriers", byCarrier);
        model.addAttribute("organs", owners);
        return "channel/channels";
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {

        @Bean
        MappedPages pagesOfChannels() {
            return () -> List.of("/channels", "/subscriptions");
        }

        @Bean
        KeptPages keptChannelPages() {
            return KeptPages.of(Set.of("/channels"), Set.of());
        }
    }
}

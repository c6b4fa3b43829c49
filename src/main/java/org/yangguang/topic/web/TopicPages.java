package org.yangguang.topic.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.site.NavigationEntry;
import org.yangguang.topic.Topic;
import org.yangguang.topic.Topics;

/** The topics, and the page of each. */
@Controller
class TopicPages {

    private final Topics topics;

    TopicPages(Topics topics) {
        this.topics = topics;
    }

    @GetMapping("/topics")
    String topics(Model model) {
        List<Topic> all = topics.all();
        model.addAttribute("topics", all);
        return "topic/topics";
    }

    @GetMapping("/topics/{code}")
    String topic(@PathVariable String code, Model model) {
        Topic topic = topics.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("topic", topic);
        model.addAttribute("groups", topics.groups(topic));
        return "topic/topic";
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {
        @Bean
        NavigationEntry topicsEntry() {
            return new NavigationEntry("topic.topics", "/topics", 65);
        }
    }
}

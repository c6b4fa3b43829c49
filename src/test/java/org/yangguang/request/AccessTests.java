package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

/** Officers of one organ see nothing of another's applications: tried on every path of the console and the interface that the program has. */
@YangguangTest
class AccessTests {

    private static final Set<String> MODULES = Set.of("org.yangguang.request.web", "org.yangguang.remedy.web");

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    Requests requests;

    @Autowired
    RequestMappingHandlerMapping mappings;

    @Test
    void noPathOfConsoleOrInterfaceTellsAnythingOfAnotherOrgansCase() throws Exception {
        Desk desk = Desk.open(context);
        LocalDate today = requests.today();
        Case open = desk.inHand(today);
        Case closed = desk.served(desk.inHand(today), today, Desk.granted());
        Desk elsewhere = Desk.open(context);
        List<Officer> strangers = List.of(
                elsewhere.handler(),
                elsewhere.office(),
                elsewhere.officer(Role.DISTRICT_OFFICE),
                Desk.below(context, desk.organ).office(),
                desk.officer(Role.SYSTEM_ADMINISTRATOR),
                desk.officer(Role.AUDIT_ADMINISTRATOR));
        Set<String> tried = new TreeSet<>();
        for (var entry : mappings.getHandlerMethods().entrySet()) {
            for (String path : consolePaths(entry.getKey(), entry.getValue())) {
                for (Case known : List.of(open, closed)) {
                    for (Officer officer : strangers) {
                        tried.add(path);
                        judge(entry.getKey(), path, known, officer);
                    }
                }
            }
        }
        assertThat(tried)
                .contains(
                        "/console/requests",
                        "/console/requests/redated",
                        "/console/requests/{id:\\d+}",
                        "/console/requests/{id:\\d+}/archive.pdf",
                        "/console/remedies",
                        "/console/remedies/new");
    }

    private void judge(RequestMappingInfo info, String path, Case known, Officer officer) throws Exception {
        boolean posted = info.getMethodsCondition().getMethods().contains(RequestMethod.POST);
        String address = path.replaceAll(
                        "\\{id[^}]*}", String.valueOf(known.id().value()))
                .replaceAll("\\{hash:[^}]*}}", "0".repeat(64))
                .replaceAll("\\{path[^}]*}", path.contains("/letters/") ? "registration.1.pdf" : "note")
                .replaceAll("\\{[a-zA-Z]+[^}]*}", "1");
        MockHttpServletResponse answer = mvc.perform(
                        MockMvcRequestBuilders.request(posted ? HttpMethod.POST : HttpMethod.GET, address)
                                .param("version", String.valueOf(known.version()))
                                .param("draft", "0")
                                .param("on", requests.today().toString())
                                .param("text", known.number())
                                .param("part", "ALL")
                                .param("kind", "GRANTED_IN_FULL")
                                .with(csrf())
                                .with(Officers.as(officer)))
                .andReturn()
                .getResponse();
        String body = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(body)
                .as(officer.login() + " at " + address)
                .doesNotContain("/console/requests/" + known.id().value() + "\"")
                .doesNotContain(requests.wanted(known.id()).orElseThrow().title());
        if (path.startsWith("/console/requests/{id")) {
            assertThat(answer.getStatus())
                    .as(officer.login() + " at " + address)
                    .isEqualTo(404);
        }
        assertThat(requests.find(known.id()).orElseThrow()).isEqualTo(known);
    }

    private static Set<String> consolePaths(RequestMappingInfo info, HandlerMethod method) {
        Set<String> paths = new TreeSet<>();
        if (MODULES.contains(method.getBeanType().getPackageName())) {
            info.getPatternValues().stream()
                    .filter(path -> path.startsWith("/console") || path.startsWith("/api"))
                    .forEach(paths::add);
        }
        return paths;
    }
}

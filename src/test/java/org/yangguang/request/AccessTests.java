package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.file.FileKind;
import org.yangguang.file.FileStore;
import org.yangguang.remedy.Filing;
import org.yangguang.remedy.Remedies;
import org.yangguang.remedy.RemedyId;
import org.yangguang.remedy.RemedyKind;
import org.yangguang.remedy.RemedyOutcome;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

/**
 * Officers of one organ see nothing of another's applications: tried on every path that the program has, with the real numbers of a case, of
 * its letters, its files and its remedy.
 */
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
    Remedies remedies;

    @Autowired
    FileStore files;

    @Autowired
    RequestMappingHandlerMapping mappings;

    @TempDir
    Path folder;

    /** What an address can name. */
    private record Known(Case request, String letter, String hash, RemedyId remedy) {

        String address(String path) {
            boolean ofRemedy = path.startsWith("/console/remedies");
            String id = String.valueOf(ofRemedy ? remedy.value() : request.id().value());
            return path.replaceAll("\\{hash(:[^{}]*(\\{[^}]*})?[^{}]*)?}", hash)
                    .replaceAll("\\{path[^}]*}", path.contains("/letters/") ? letter : "note")
                    .replaceAll("\\{number[^}]*}", request.number())
                    .replaceAll("\\{[a-zA-Z]+(:[^{}]*(\\{[^}]*})?[^{}]*)?}", id);
        }
    }

    private Desk desk;
    private LocalDate today;

    private Known closed() throws IOException {
        Path paper = Files.writeString(folder.resolve("paper"), "附件 " + TestDistrict.unique());
        String hash = files.keep(paper, FileKind.TEXT.type()).hash();
        ReplyContent granted = Desk.granted();
        ReplyContent withFile = new ReplyContent(
                granted.kind(),
                granted.article(),
                granted.reason(),
                granted.referral(),
                granted.body(),
                granted.withheld(),
                List.of(hash));
        Case served = desk.served(desk.inHand(today), today, withFile);
        Filing complaint = new Filing(
                RemedyKind.COMPLAINT,
                served.number(),
                null,
                "区督查室",
                "",
                today,
                "",
                "",
                false,
                "access-" + served.id().value());
        RemedyOutcome filed = remedies.file(desk.handler(), complaint);
        assertThat(filed).isInstanceOf(RemedyOutcome.Done.class);
        return new Known(served, "registration.1.pdf", hash, ((RemedyOutcome.Done) filed).id());
    }

    @Test
    void noPathTellsAnythingOfAnotherOrgansCase() throws Exception {
        desk = Desk.open(context);
        today = requests.today();
        Known closed = closed();
        Known open = new Known(desk.inHand(today), closed.letter(), closed.hash(), closed.remedy());
        theirOwnOfficerSeesThem(closed);
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
            boolean own = MODULES.contains(entry.getValue().getBeanType().getPackageName());
            for (String path : entry.getKey().getPatternValues()) {
                boolean console = path.startsWith("/console") || path.startsWith("/api");
                tried.add(path);
                if (own && console) {
                    for (Officer officer : strangers) {
                        judge(entry.getKey(), path, closed, Officers.as(officer), officer.login());
                        judge(entry.getKey(), path, open, Officers.as(officer), officer.login());
                    }
                } else if (path.contains("{") && reads(entry.getKey())) {
                    judge(entry.getKey(), path, closed, Officers.as(elsewhere.office()), "office elsewhere");
                }
                if (path.contains("{") && (own || reads(entry.getKey()))) {
                    judge(entry.getKey(), path, closed, anonymous(), "nobody");
                }
            }
        }
        assertThat(tried)
                .contains(
                        "/console/requests",
                        "/console/requests/redated",
                        "/console/requests/{id:\\d+}",
                        "/console/requests/{id:\\d+}/archive.pdf",
                        "/console/files/{hash}",
                        "/console/remedies",
                        "/console/remedies/new");
    }

    private void theirOwnOfficerSeesThem(Known known) throws Exception {
        for (String path : List.of(
                "/console/requests/{id}",
                "/console/requests/{id}/letters/{path}",
                "/console/requests/{id}/files/{hash}",
                "/console/remedies/{id}")) {
            assertThat(mvc.perform(get(known.address(path)).with(Officers.as(desk.handler())))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    private static boolean reads(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private void judge(RequestMappingInfo info, String path, Known known, RequestPostProcessor who, String whoItIs)
            throws Exception {
        boolean posted = info.getMethodsCondition().getMethods().contains(RequestMethod.POST);
        String address = known.address(path);
        Case request = known.request();
        MockHttpServletResponse answer = mvc.perform(
                        MockMvcRequestBuilders.request(posted ? HttpMethod.POST : HttpMethod.GET, address)
                                .param("version", String.valueOf(request.version()))
                                .param("draft", "0")
                                .param("on", today.toString())
                                .param("text", request.number())
                                .param("part", "ALL")
                                .param("kind", "GRANTED_IN_FULL")
                                .with(csrf())
                                .with(who))
                .andReturn()
                .getResponse();
        String place = whoItIs + " at " + address;
        assertThat(words(answer))
                .as(place)
                .doesNotContain("/console/requests/" + request.id().value() + "\"")
                .doesNotContain(requests.wanted(request.id()).orElseThrow().title())
                .doesNotContain(Files.readString(folder.resolve("paper")));
        if (path.startsWith("/console/requests/{id") || path.startsWith("/console/remedies/{id")) {
            assertThat(answer.getStatus())
                    .as(place)
                    .isIn(whoItIs.equals("nobody") ? Set.of(302, 401, 403) : Set.of(404));
        }
        assertThat(requests.find(request.id()).orElseThrow()).as(place).isEqualTo(request);
    }

    /** What can be read in an answer, also in those that are files. */
    private static String words(MockHttpServletResponse answer) throws IOException {
        byte[] bytes = answer.getContentAsByteArray();
        String plain = new String(bytes, StandardCharsets.UTF_8);
        if (plain.startsWith("%PDF")) {
            try (PDDocument pdf = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(pdf);
            }
        }
        if (plain.startsWith("PK")) {
            StringBuilder parts = new StringBuilder();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                while (zip.getNextEntry() != null) {
                    parts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return parts.toString();
        }
        return plain;
    }
}

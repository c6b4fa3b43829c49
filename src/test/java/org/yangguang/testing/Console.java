package org.yangguang.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yangguang.account.Officer;

/** An officer's session as a browser has it, begun at the sign-in page. */
public class Console {

    private final MockMvc mvc;
    private MockHttpSession session = new MockHttpSession();

    public Console(MockMvc mvc) {
        this.mvc = mvc;
    }

    /** Signs an officer in whom {@link Officers} has opened. */
    public static Console of(MockMvc mvc, Officer officer) throws Exception {
        Console console = new Console(mvc);
        var result = console.signIn(officer.login(), "correct horse " + officer.login());
        assertThat(result.andReturn().getResponse().getRedirectedUrl()).isEqualTo("/console");
        return console;
    }

    public ResultActions signIn(String login, String password) throws Exception {
        return send(post("/console/sign-in").param("login", login).param("password", password));
    }

    public ResultActions open(String address) throws Exception {
        return send(get(address));
    }

    /** Sends a form; {@code fields} are names and values in turn. */
    public ResultActions submit(String address, String... fields) throws Exception {
        MockHttpServletRequestBuilder form = post(address);
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return send(form);
    }

    public MockHttpSession session() {
        return session;
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        ResultActions result = mvc.perform(request.session(session).with(csrf()));
        if (result.andReturn().getRequest().getSession(false) instanceof MockHttpSession current) {
            session = current;
        }
        return result;
    }
}

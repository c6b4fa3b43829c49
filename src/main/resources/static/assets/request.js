// The request form: published items are offered while typing, one question is shown at a time on a phone, and what does not fit the kind of applicant is hidden.
// Without it the form is one page that works.
"use strict";
(() => {
    const form = document.querySelector("[data-ask]");
    if (form) {
        const questions = [...form.querySelectorAll(".question")];
        const narrow = window.matchMedia("(max-width: 767.98px)");
        let at = 0;

        const box = form.querySelector("[data-already-box]");
        const title = form.querySelector("[name=title]");
        form.querySelectorAll("[data-no-script]").forEach((each) => { each.hidden = true; });
        const element = (name, kind, text) => {
            const made = document.createElement(name);
            made.className = kind;
            made.textContent = text;
            return made;
        };
        const offer = (found) => {
            if (found.length === 0) {
                box.replaceChildren();
                return;
            }
            const list = element("ul", "already", "");
            found.forEach(({title, url, organ, date}) => {
                const link = element("a", "", title);
                link.href = url;
                link.target = "_blank";
                link.rel = "noopener";
                const item = element("li", "", "");
                item.append(link, " ", element("span", "hint", organ + " · " + date));
                list.append(item);
            });
            box.replaceChildren(element("p", "already-head", form.dataset.already), list);
        };
        let timer = 0;
        let asking = null;
        const look = async () => {
            if (asking) {
                asking.abort();
            }
            asking = new AbortController();
            try {
                const answer = await fetch("/on-request/published?q=" + encodeURIComponent(title.value.slice(0, 200)), {signal: asking.signal});
                if (answer.ok) {
                    offer(await answer.json());
                }
            } catch {
                // the form goes on without offers
            }
        };
        title.addEventListener("input", () => {
            clearTimeout(timer);
            timer = setTimeout(look, 350);
        });

        const proofs = form.querySelector("[name=identityType]");
        const fit = () => {
            const organisation = form.querySelector("[name=applicantKind]:checked")?.dataset.organisation ?? "no";
            [...proofs.options].forEach((option) => {
                option.hidden = option.disabled = option.dataset.organisation !== organisation;
            });
            if (proofs.selectedOptions[0]?.disabled) {
                proofs.value = [...proofs.options].find((option) => !option.disabled).value;
            }
            form.querySelectorAll("[data-only=organisation]").forEach((each) => { each.hidden = organisation === "no"; });
        };
        form.querySelectorAll("[name=applicantKind]").forEach((each) => each.addEventListener("change", fit));
        fit();

        const bar = document.createElement("div");
        bar.className = "ask-steps";
        const told = document.createElement("p");
        told.setAttribute("role", "status");
        const button = (text, by, kind) => {
            const made = document.createElement("button");
            made.type = "button";
            made.className = kind;
            made.textContent = text;
            made.addEventListener("click", () => { at += by; show(true); });
            return made;
        };
        const back = button(form.dataset.back, -1, "quiet");
        const next = button(form.dataset.next, 1, "primary");
        bar.append(told, back, next);
        form.append(bar);
        const show = (moved) => {
            questions.forEach((question, number) => { question.hidden = narrow.matches && number !== at; });
            bar.hidden = !narrow.matches;
            back.hidden = at === 0;
            next.hidden = at === questions.length - 1;
            told.textContent = form.dataset.step.replace("{0}", at + 1).replace("{1}", questions.length);
            if (moved) {
                questions[at].scrollIntoView();
                questions[at].querySelector("input, select, textarea")?.focus({preventScroll: true});
            }
        };
        const wrong = questions.findIndex((question) => question.querySelector(".wrong"));
        at = wrong > 0 ? wrong : 0;
        narrow.addEventListener("change", () => show(false));
        form.addEventListener("keydown", (event) => {
            if (event.key === "Enter" && event.target.matches("input:not([type=checkbox], [type=radio], [type=file])") && at < questions.length - 1) {
                event.preventDefault();
                if (narrow.matches) {
                    at += 1;
                    show(true);
                }
            }
        });
        document.querySelectorAll(".refused a[href^='#']").forEach((link) => link.addEventListener("click", () => {
            const field = document.getElementById(link.getAttribute("href").slice(1));
            const question = questions.indexOf(field?.closest(".question"));
            if (question >= 0) {
                at = question;
                show(false);
            }
        }));
        show(false);
    }

    // The code on the slip comes behind the sign # of the address, which is never sent.
    const code = document.querySelector("[data-code]");
    if (code && location.hash.length > 8) {
        code.value = decodeURIComponent(location.hash.slice(1));
        history.replaceState(null, "", location.pathname + location.search);
    }
})();

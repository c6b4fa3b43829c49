/* The draft form: rich text, saving while typing, two people at once, a session that ends, and the period for publication. */
(() => {
    "use strict";
    const form = document.getElementById("draft");
    if (!form) return;

    const data = form.dataset;
    const address = `/console/drafts/${data.edition}`;
    const kept = `yangguang.draft.${data.officer}.${data.edition}`;
    const csrf = form.querySelector('input[name="_csrf"]') || form.querySelector("input[type=hidden]");
    const version = form.elements.namedItem("version");
    const status = document.getElementById("saved");
    const notice = document.getElementById("draft-notice");
    const textarea = document.getElementById("bodyHtml");

    /* --- rich text --- */
    // The editor writes a few style attributes; the content security policy forbids the attribute but not the object model.
    const attribute = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function (name, value) {
        if (name === "style" && this.style) this.style.cssText = value;
        else attribute.call(this, name, value);
    };
    const editor = window.Jodit ? window.Jodit.make(textarea, {
        language: data.language,
        height: 520,
        toolbarAdaptive: false,
        toolbarSticky: false,
        globalFullSize: false,
        askBeforePasteHTML: false,
        askBeforePasteFromWord: false,
        defaultActionOnPaste: "insert_clear_html",
        defaultActionOnPasteFromWord: "insert_clear_html",
        showXPathInStatusbar: false,
        showWordsCounter: false,
        hidePoweredByJodit: true,
        spellcheck: false,
        showPlaceholder: false,
        disablePlugins: ["speech-recognize", "ai-assistant", "iframe", "video", "media", "about", "powered-by-jodit", "add-new-line", "source", "xpath", "stat"],
        buttons: ["paragraph", "bold", "italic", "underline", "strikethrough", "|", "ul", "ol", "left", "center", "right", "|",
            "table", "image", "link", "superscript", "subscript", "hr", "|", "undo", "redo", "eraser", "find", "fullsize"],
        controls: { paragraph: { list: { p: "正文", h2: "一级标题", h3: "二级标题", h4: "三级标题", blockquote: "引文" } } },
        uploader: {
            url: `${address}/images`,
            format: "json",
            headers: () => ({ "X-CSRF-TOKEN": csrf.value }),
            filesVariableName: () => "image",
            imagesExtensions: ["jpg", "jpeg", "png", "gif", "webp"],
            insertImageAsBase64URI: false,
            withCredentials: false,
            isSuccess: (answer) => answer.success,
            getMessage: (answer) => answer.data.messages.join(" "),
            process: (answer) => ({ files: answer.data.files, path: "", baseurl: "", error: answer.success ? 0 : 1, msg: answer.data.messages.join(" ") }),
            defaultHandlerSuccess(answer) { (answer.files || []).forEach((file) => this.selection.insertImage(file, null, null)); },
            error(problem) { tell(problem.message, true); },
        },
    }) : null;

    const body = (value) => {
        if (value === undefined) return editor ? editor.value : textarea.value;
        if (editor) editor.value = value; else textarea.value = value;
        return value;
    };

    /* --- what is in the form --- */
    const values = () => {
        if (editor) textarea.value = editor.value;
        const all = new URLSearchParams(new FormData(form));
        ["then", "files", "document"].forEach((name) => all.delete(name));
        return all;
    };
    const text = () => { const all = values(); ["version", "words", csrf.name].forEach((name) => all.delete(name)); return all.toString(); };

    const fill = (query) => {
        const all = new URLSearchParams(query);
        for (const field of form.elements) {
            if (!field.name || field.type === "hidden" || field.tagName === "BUTTON" || field.tagName === "FIELDSET") continue;
            if (field.type === "checkbox" || field.type === "radio") field.checked = all.getAll(field.name).includes(field.value);
            else if (all.has(field.name)) field.value = all.get(field.name);
        }
        body(all.get("bodyHtml") || "");
        shown();
    };

    const tell = (words, wrong, ...more) => {
        notice.hidden = false;
        notice.className = wrong ? "warned" : "said";
        notice.replaceChildren(document.createTextNode(words + " "), ...more);
    };
    const button = (label, act) => {
        const made = document.createElement("button");
        made.type = "button";
        made.textContent = label;
        made.addEventListener("click", act);
        return made;
    };

    const storage = {
        keep() { try { localStorage.setItem(kept, JSON.stringify({ at: Date.now(), text: text(), words: form.elements.words.value })); } catch (full) { /* the form still holds it */ } },
        read() { try { return JSON.parse(localStorage.getItem(kept)); } catch (unreadable) { return null; } },
        drop() { try { localStorage.removeItem(kept); } catch (denied) { /* nothing was kept */ } },
    };

    /* --- saving --- */
    let saved = text();
    let stopped = false;
    let running = false;
    let timer = 0;

    const changed = () => text() !== saved;

    const save = async () => {
        if (stopped || running || !changed()) return;
        running = true;
        const sending = text();
        storage.keep();
        try {
            const answer = await fetch(`${address}/save`, {
                method: "POST",
                body: values(),
                headers: { "X-CSRF-TOKEN": csrf.value, "Accept": "application/json", "X-Requested-With": "fetch" },
                redirect: "manual",
            });
            const type = answer.headers.get("content-type") || "";
            if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403 || !type.includes("json")) {
                if (answer.status >= 500) throw new Error(String(answer.status));
                signedOut();
                return;
            }
            const result = await answer.json();
            if (result.outcome === "saved") {
                version.value = result.version;
                saved = sending;
                status.textContent = result.said;
                if (!changed()) storage.drop();
                notice.hidden = notice.hidden || notice.dataset.kind === "offline";
                lookAgain();
            } else if (result.outcome === "conflict") {
                conflict(result);
            } else if (result.outcome === "refused") {
                stopped = true;
                tell(result.said, true);
            } else {
                throw new Error(result.title || String(answer.status));
            }
            present(result.others || []);
        } catch (unreachable) {
            notice.dataset.kind = "offline";
            tell(data.offline, true);
        } finally {
            running = false;
        }
    };

    const signedOut = () => {
        stopped = true;
        storage.keep();
        const link = document.createElement("a");
        link.href = `/console/sign-in?why=ended&back=${encodeURIComponent(location.pathname)}`;
        link.textContent = data.signIn;
        tell(data.signedOut, true, link);
    };

    const conflict = (result) => {
        stopped = true;
        const theirs = document.createElement("div");
        theirs.className = "their-text prose";
        theirs.textContent = new DOMParser().parseFromString(result.theirs.bodyHtml, "text/html").body.innerText;
        const heading = document.createElement("p");
        heading.textContent = `${data.theirs}: ${result.theirs.title}`;
        const go = () => { stopped = false; notice.hidden = true; };
        tell(`${result.said} ${data.conflict}`, true, heading, theirs,
            button(data.useMine, () => { version.value = result.version; saved = ""; go(); save(); }),
            button(data.useTheirs, () => {
                version.value = result.version;
                form.elements.title.value = result.theirs.title;
                form.elements.summary.value = result.theirs.summary;
                body(result.theirs.bodyHtml);
                saved = text();
                storage.drop();
                go();
                location.reload();
            }));
        notice.classList.add("draft-choice");
        notice.scrollIntoView({ block: "start" });
    };

    const typed = () => {
        if (!changed()) return;
        status.textContent = data.typing;
        window.clearTimeout(timer);
        timer = window.setTimeout(() => { storage.keep(); save(); }, 2500);
    };
    form.addEventListener("input", typed);
    form.addEventListener("change", typed);
    if (editor) editor.events.on("change", typed);
    window.setInterval(save, 10000);
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });
    window.addEventListener("pagehide", () => {
        if (!stopped && changed()) {
            storage.keep();
            const all = values();
            all.set(csrf.name, csrf.value);
            navigator.sendBeacon(`${address}/save`, all);
        }
    });
    form.addEventListener("submit", () => {
        values();
        storage.keep();
        stopped = true;
        window.clearTimeout(timer);
        window.setTimeout(() => { stopped = false; }, 8000);
    });

    /* --- what the check found, in its place --- */
    const findings = () => document.querySelector(".findings");
    const written = () => editor ? editor.editor : null;
    // What is shown is masked; each star stands for one sign of the text.
    const pattern = (shown) => new RegExp(shown.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*/g, "[\\s\\S]"), "g");
    const places = (shown) => {
        const root = written();
        if (!root || !shown) return [];
        const nodes = [];
        let all = "";
        for (const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT); walker.nextNode();) {
            nodes.push({ node: walker.currentNode, from: all.length });
            all += walker.currentNode.data;
        }
        const at = (place) => {
            const piece = nodes.findLast((each) => each.from <= place);
            return [piece.node, Math.min(place - piece.from, piece.node.data.length)];
        };
        return [...all.matchAll(pattern(shown))].slice(0, 50).map((hit) => {
            const range = document.createRange();
            range.setStart(...at(hit.index));
            range.setEnd(...at(hit.index + hit[0].length - 1));
            range.setEnd(range.endContainer, Math.min(range.endOffset + 1, range.endContainer.data.length));
            return range;
        });
    };
    const highlight = () => {
        if (!window.CSS || !CSS.highlights || !findings()) return;
        const ranges = [...findings().querySelectorAll('a[href="#bodyHtml"][data-finds]')].flatMap((each) => places(each.dataset.finds));
        CSS.highlights.set("finding", new Highlight(...ranges));
    };
    let asking = 0;
    const lookAgain = () => {
        window.clearTimeout(asking);
        asking = window.setTimeout(async () => {
            const now = findings();
            const busy = now && [...now.querySelectorAll("textarea, input[type=text]")].some((each) => each.value || each === document.activeElement);
            if (!now || stopped || busy) return;
            try {
                const answer = await fetch(`${address}/findings`, { headers: { "Accept": "text/html" }, redirect: "manual" });
                if (!answer.ok) return;
                const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".findings");
                if (fresh) now.replaceWith(document.adoptNode(fresh));
                highlight();
            } catch (unreachable) { /* they come with the next save */ }
        }, 400);
    };
    document.addEventListener("attached", lookAgain);
    document.addEventListener("click", (event) => {
        const link = event.target.closest(".findings a[data-finds]");
        if (!link) return;
        const range = link.hash === "#bodyHtml" ? places(link.dataset.finds)[0] : null;
        if (range) {
            event.preventDefault();
            range.startContainer.parentElement.scrollIntoView({ block: "center" });
            editor.selection.focus();
            const selection = window.getSelection();
            selection.removeAllRanges();
            selection.addRange(range);
        } else {
            const field = document.getElementById(link.hash.slice(1));
            if (field && field.offsetParent) { event.preventDefault(); field.scrollIntoView({ block: "center" }); field.focus(); }
        }
    });
    // What is masked is the text as it was last saved: what was typed since goes along first.
    document.addEventListener("submit", async (event) => {
        const act = event.target.closest(".findings form");
        if (!act || stopped) return;
        event.preventDefault();
        const pressed = event.submitter;
        for (let turn = 0; turn < 40 && running; turn++) await new Promise((done) => window.setTimeout(done, 100));
        await save();
        if (stopped) return;
        if (act.elements.version) act.elements.version.value = version.value;
        if (pressed && pressed.name) {
            const then = document.createElement("input");
            then.type = "hidden";
            then.name = pressed.name;
            then.value = pressed.value;
            act.append(then);
        }
        stopped = true;
        act.submit();
    });
    window.setTimeout(highlight, 300);
    window.setInterval(() => { if (findings() && findings().querySelector(".waiting")) lookAgain(); }, 8000);

    /* --- who else is here --- */
    const presence = document.getElementById("presence");
    const present = (others) => {
        presence.hidden = !others.length;
        presence.textContent = others.length ? data.others + others.join("、") : "";
    };
    const ask = async () => {
        if (document.visibilityState !== "visible" || stopped) return;
        try {
            const answer = await fetch(`${address}/presence`, { method: "POST", headers: { "X-CSRF-TOKEN": csrf.value }, redirect: "manual" });
            if (answer.ok && (answer.headers.get("content-type") || "").includes("json")) present((await answer.json()).others);
        } catch (unreachable) { /* asked again soon */ }
    };
    ask();
    window.setInterval(ask, 8000);

    /* --- the period for publication --- */
    const formed = document.getElementById("formedOn");
    const deadline = document.getElementById("deadline");
    const period = async () => {
        deadline.textContent = "";
        if (!formed.value) return;
        try {
            const answer = await fetch(`/console/drafts/deadline?formedOn=${encodeURIComponent(formed.value)}`);
            if (answer.status === 200) {
                const due = await answer.json();
                deadline.textContent = due.said;
                deadline.classList.toggle("overdue", due.overdue);
            }
        } catch (unreachable) { /* told when it is saved */ }
    };
    formed.addEventListener("change", period);
    period();

    /* --- fields that depend on others, lengths, copies --- */
    const shown = () => {
        const attribute = form.elements.attribute.value;
        document.getElementById("normative-fields").hidden = !form.elements.normative.checked;
        document.getElementById("withheld-fields").hidden = attribute === "PROACTIVE";
        document.getElementById("reviewAgain-field").hidden = attribute !== "WITHHELD";
        document.getElementById("proactive-fields").hidden = attribute !== "PROACTIVE";
        document.getElementById("audience-field").hidden = form.elements.scope.value !== "LIMITED";
        for (const option of form.elements.legalBasis.options) {
            option.hidden = option.value !== "" && !option.dataset.for.split(" ").includes(attribute);
        }
        form.querySelectorAll("[data-longest]").forEach((field) => {
            field.classList.toggle("over", [...field.value].length > Number(field.dataset.longest));
        });
    };
    form.addEventListener("input", shown);
    form.addEventListener("change", shown);
    shown();

    document.querySelectorAll(".take-copy").forEach((take) => {
        take.hidden = false;
        take.addEventListener("click", () => {
            body(body() + take.parentElement.querySelector("textarea").value);
            typed();
        });
    });

    /* --- what could not be saved last time --- */
    const before = storage.read();
    const refusedNow = document.querySelector(".refused");
    if (before && before.text && before.text !== saved) {
        fill(before.text);
        if (before.words && !form.elements.words.value) form.elements.words.value = before.words;
        if (!refusedNow) {
            tell(data.restored, false, button(data.takeBack, () => { storage.drop(); stopped = true; location.reload(); }));
            typed();
        }
    } else {
        storage.drop();
    }
})();

/* Forms with rich text (guides, rules): an editor on each field, and a copy in the browser until the server has it. */
(() => {
    "use strict";
    const form = document.querySelector("form[data-kept]");
    if (!form) return;

    const key = `yangguang.form.${form.dataset.officer}.${form.getAttribute("action")}`;
    const language = form.dataset.language;
    const editors = new Map();

    if (window.Jodit) {
        form.querySelectorAll("textarea.rich").forEach((area) => {
            editors.set(area, window.Jodit.make(area, {
                language,
                height: Number(area.rows) * 26 + 60,
                toolbarAdaptive: false,
                toolbarSticky: false,
                globalFullSize: false,
                askBeforePasteHTML: false,
                askBeforePasteFromWord: false,
                defaultActionOnPaste: "insert_clear_html",
                defaultActionOnPasteFromWord: "insert_clear_html",
                showXPathInStatusbar: false,
                showWordsCounter: false,
                showCharsCounter: false,
                statusbar: false,
                hidePoweredByJodit: true,
                spellcheck: false,
                disablePlugins: ["speech-recognize", "ai-assistant", "iframe", "video", "media", "image", "about",
                    "powered-by-jodit", "add-new-line", "source", "xpath", "stat", "fullsize"],
                buttons: ["bold", "italic", "|", "ul", "ol", "|", "table", "link", "|", "undo", "redo", "eraser"],
            }));
        });
    }

    const fields = () => [...form.elements].filter((field) => field.name && /^(INPUT|TEXTAREA)$/.test(field.tagName) && field.type !== "hidden");
    const values = () => {
        editors.forEach((editor, area) => { area.value = editor.value; });
        return Object.fromEntries(fields().map((field) => [field.name, field.value]));
    };
    const fill = (kept) => fields().forEach((field) => {
        if (!(field.name in kept)) return;
        const editor = editors.get(field);
        if (editor) editor.value = kept[field.name];
        field.value = kept[field.name];
    });
    const read = () => { try { return JSON.parse(localStorage.getItem(key)); } catch (unreadable) { return null; } };
    const drop = () => { try { localStorage.removeItem(key); } catch (denied) { /* nothing was kept */ } };
    const keep = () => {
        const now = JSON.stringify(values());
        if (now === first) return;
        try { localStorage.setItem(key, now); } catch (full) { /* the form still holds it */ }
    };

    const first = JSON.stringify(values());
    if (document.querySelector(".message.good")) drop();
    const kept = read();
    if (kept && JSON.stringify(kept) !== first) {
        const notice = document.createElement("p");
        notice.className = "message";
        notice.setAttribute("role", "status");
        const button = (label, act) => {
            const made = document.createElement("button");
            made.type = "button";
            made.textContent = label;
            made.addEventListener("click", () => { act(); notice.remove(); });
            return made;
        };
        notice.append(form.dataset.found + " ", button(form.dataset.take, () => fill(kept)), " ", button(form.dataset.leave, drop));
        form.before(notice);
    }
    setInterval(keep, 2000);
    form.addEventListener("submit", keep);
})();

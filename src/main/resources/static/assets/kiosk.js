// The touch screen: goes back to its start when nobody is there, gives a keyboard, and lets nothing out.
"use strict";
(() => {
    const QUIET = 75;
    const WARNING = 15;
    const home = document.body.dataset.home;
    const field = document.getElementById("kiosk-q");

    // Nobody there: ask, then begin again; the language goes back too.
    let last = Date.now();
    let warning = null;
    const awake = () => {
        last = Date.now();
        if (warning) {
            warning.remove();
            warning = null;
        }
    };
    ["pointerdown", "keydown", "scroll", "touchstart"].forEach((sort) => document.addEventListener(sort, awake, { passive: true, capture: true }));
    const atStart = location.pathname === home && document.documentElement.lang === "zh-CN";
    setInterval(() => {
        const quiet = (Date.now() - last) / 1000;
        if (atStart) {
            if (quiet > QUIET && window.scrollY > 0) {
                window.scrollTo(0, 0);
            }
        } else if (quiet > QUIET + WARNING) {
            location.replace(home + "?lang=zh-CN");
        } else if (quiet > QUIET && !warning) {
            warning = document.createElement("div");
            warning.className = "kiosk-still";
            warning.setAttribute("role", "alertdialog");
            warning.setAttribute("aria-label", document.body.dataset.still);
            const words = document.createElement("p");
            words.textContent = document.body.dataset.still;
            const stay = document.createElement("button");
            stay.type = "button";
            stay.textContent = document.body.dataset.stay;
            stay.addEventListener("click", awake);
            warning.append(words, stay);
            document.body.append(warning);
            stay.focus();
        }
    }, 1000);

    // No way out: no menus, no dragging, no new windows, no addresses beyond the touch screen's own.
    ["contextmenu", "dragstart", "drop", "dragover"].forEach((sort) => document.addEventListener(sort, (event) => event.preventDefault()));
    document.addEventListener("click", (event) => {
        const link = event.target.closest("a[href]");
        if (!link) {
            return;
        }
        const to = new URL(link.href);
        const inside = to.origin === location.origin && (to.pathname === home || to.pathname.startsWith(home + "/"));
        if (!inside || link.target || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) {
            event.preventDefault();
        }
    }, true);
    ["auxclick"].forEach((sort) => document.addEventListener(sort, (event) => event.preventDefault(), true));

    document.querySelectorAll("[data-kiosk]").forEach((button) => {
        const acts = {
            back: () => (history.length > 1 ? history.back() : location.assign(home)),
            up: () => window.scrollBy(0, -window.innerHeight * 0.7),
            down: () => window.scrollBy(0, window.innerHeight * 0.7)
        };
        button.addEventListener("click", acts[button.dataset.kiosk]);
        button.hidden = button.dataset.kiosk === "back" && location.pathname === home;
    });

    if (!field) {
        return;
    }
    // The keyboard: letters are sounds or their initials, and what they may mean is offered.
    const keys = document.querySelector(".kiosk-keys");
    const words = document.querySelector(".kiosk-words");
    let asking = null;
    const offer = async () => {
        if (asking) {
            asking.abort();
        }
        const typed = field.value.trim();
        if (!typed) {
            words.hidden = true;
            return;
        }
        asking = new AbortController();
        try {
            const answer = await fetch("/kiosk/suggest?q=" + encodeURIComponent(typed), { signal: asking.signal });
            const titles = answer.ok ? await answer.json() : [];
            words.replaceChildren(...titles.slice(0, 6).map((title) => {
                const line = document.createElement("li");
                const button = document.createElement("button");
                button.type = "button";
                button.textContent = title;
                button.lang = "zh-CN";
                button.addEventListener("click", () => {
                    field.value = title;
                    field.form.requestSubmit ? field.form.requestSubmit() : field.form.submit();
                });
                line.append(button);
                return line;
            }));
            words.hidden = titles.length === 0;
        } catch (failed) {
            // typing goes on without suggestions
        }
    };
    let timer = 0;
    const changed = () => {
        clearTimeout(timer);
        timer = setTimeout(offer, 200);
    };
    const key = (label, act, word) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = label;
        if (word) {
            button.className = "word-key";
        }
        button.addEventListener("click", () => {
            act();
            changed();
        });
        return button;
    };
    const type = (letter) => () => { field.value = (field.value + letter).slice(0, 60); };
    keys.append(
        ..."1234567890qwertyuiopasdfghjkl".split("").map((letter) => key(letter, type(letter), false)),
        key("〔", type("〔"), false),
        ..."zxcvbnm".split("").map((letter) => key(letter, type(letter), false)),
        key("〕", type("〕"), false),
        key(keys.dataset.delete, () => { field.value = Array.from(field.value).slice(0, -1).join(""); }, true),
        key(keys.dataset.clear, () => { field.value = ""; }, true));
    keys.hidden = false;
    field.setAttribute("inputmode", "none");
    field.addEventListener("input", changed);
})();

// Titles are suggested while typing: a combobox on every search box. Without it the boxes work as plain forms.
"use strict";
(() => {
    const PAUSE = 150;
    let number = 0;

    const enhance = (input) => {
        const form = input.form;
        const list = document.createElement("ul");
        list.id = "suggestions-" + ++number;
        list.className = "suggestions";
        list.setAttribute("role", "listbox");
        list.setAttribute("aria-label", form.querySelector("label").textContent);
        list.hidden = true;
        form.append(list);
        const attributes = {
            role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list"
        };
        Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));

        let typed = input.value;
        let chosen = -1;
        let timer = 0;
        let asking = null;
        let composing = false;

        const close = () => {
            list.hidden = true;
            chosen = -1;
            input.setAttribute("aria-expanded", "false");
            input.removeAttribute("aria-activedescendant");
        };
        const choose = (position) => {
            const options = list.children;
            if (chosen >= 0) {
                options[chosen].setAttribute("aria-selected", "false");
            }
            chosen = position;
            if (chosen < 0) {
                input.removeAttribute("aria-activedescendant");
                input.value = typed;
                return;
            }
            options[chosen].setAttribute("aria-selected", "true");
            options[chosen].scrollIntoView({block: "nearest"});
            input.setAttribute("aria-activedescendant", options[chosen].id);
            input.value = options[chosen].textContent;
        };
        const show = (titles) => {
            list.replaceChildren(...titles.map((title, position) => {
                const option = document.createElement("li");
                option.id = list.id + "-" + position;
                option.setAttribute("role", "option");
                option.setAttribute("aria-selected", "false");
                option.textContent = title;
                return option;
            }));
            chosen = -1;
            input.removeAttribute("aria-activedescendant");
            list.hidden = titles.length === 0;
            input.setAttribute("aria-expanded", String(titles.length > 0));
        };
        const ask = async () => {
            if (asking) {
                asking.abort();
            }
            if (typed.trim() === "") {
                close();
                return;
            }
            asking = new AbortController();
            try {
                const answer = await fetch("/search/suggest?q=" + encodeURIComponent(typed.slice(0, 100)), {signal: asking.signal});
                if (answer.ok && document.activeElement === input) {
                    show(await answer.json());
                }
            } catch (failed) {
                // typing goes on without suggestions
            }
        };
        const soon = () => {
            typed = input.value;
            clearTimeout(timer);
            if (!composing) {
                timer = setTimeout(ask, PAUSE);
            }
        };

        input.addEventListener("compositionstart", () => { composing = true; });
        input.addEventListener("compositionend", () => { composing = false; soon(); });
        input.addEventListener("input", soon);
        input.addEventListener("blur", close);
        input.addEventListener("keydown", (event) => {
            if (event.isComposing) {
                return;
            }
            const size = list.children.length;
            if (event.key === "ArrowDown" && list.hidden && typed.trim() !== "") {
                event.preventDefault();
                ask();
            } else if (!list.hidden && event.key === "ArrowDown") {
                event.preventDefault();
                choose(chosen + 1 < size ? chosen + 1 : -1);
            } else if (!list.hidden && event.key === "ArrowUp") {
                event.preventDefault();
                choose(chosen < 0 ? size - 1 : chosen - 1);
            } else if (event.key === "Escape" && !list.hidden) {
                event.preventDefault();
                input.value = typed;
                close();
            }
        });
        list.addEventListener("mousedown", (event) => event.preventDefault());
        list.addEventListener("click", (event) => {
            const option = event.target.closest("[role=option]");
            if (option) {
                input.value = option.textContent;
                form.requestSubmit();
            }
        });
    };

    document.addEventListener("DOMContentLoaded", () => {
        document.querySelectorAll(".search-box input[name=q]").forEach(enhance);
    });
})();

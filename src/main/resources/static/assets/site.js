// Comfort for readers: text size, contrast, calm colours, reading aloud, printing. The pages are complete without it.
"use strict";
(() => {
    const root = document.documentElement;
    const remembered = (name) => {
        try {
            return localStorage.getItem("reader." + name) === "on";
        } catch (blocked) {
            return false;
        }
    };
    const remember = (name, on) => {
        try {
            localStorage.setItem("reader." + name, on ? "on" : "off");
        } catch (blocked) {
            // the choice then holds for this page only
        }
    };
    const settings = ["large", "contrast", "calm"];
    settings.forEach((name) => root.classList.toggle(name, remembered(name)));

    const set = (button, name, on) => {
        root.classList.toggle(name, on);
        button.setAttribute("aria-pressed", String(on));
    };

    const readAloud = (button) => {
        const label = button.textContent;
        const stopped = () => {
            button.textContent = label;
            button.setAttribute("aria-pressed", "false");
        };
        button.addEventListener("click", () => {
            if (speechSynthesis.speaking) {
                speechSynthesis.cancel();
                return;
            }
            const text = (document.querySelector("article") || document.querySelector("main")).innerText;
            const parts = text.match(/[^。!?!?\n]+[。!?!?]?/g) || [];
            parts.forEach((part, position) => {
                const spoken = new SpeechSynthesisUtterance(part);
                spoken.lang = root.lang;
                if (position === parts.length - 1) {
                    spoken.addEventListener("end", stopped);
                }
                spoken.addEventListener("error", stopped);
                speechSynthesis.speak(spoken);
            });
            button.textContent = button.dataset.stop;
            button.setAttribute("aria-pressed", "true");
        });
        window.addEventListener("pagehide", () => speechSynthesis.cancel());
    };

    document.addEventListener("DOMContentLoaded", () => {
        document.querySelectorAll("[data-tool]").forEach((button) => {
            const tool = button.dataset.tool;
            if (settings.includes(tool)) {
                set(button, tool, remembered(tool));
                button.addEventListener("click", () => {
                    const on = !root.classList.contains(tool);
                    set(button, tool, on);
                    remember(tool, on);
                });
            } else if (tool === "print") {
                button.addEventListener("click", () => window.print());
            } else if (tool === "read") {
                if (!("speechSynthesis" in window)) {
                    return;
                }
                readAloud(button);
            }
            button.hidden = false;
        });
        // Filters that fold on a phone stand open on a desk.
        const wide = window.matchMedia("(min-width: 992px)");
        document.querySelectorAll("details[data-open-wide]").forEach((fold) => {
            fold.open = wide.matches;
        });
    });
})();

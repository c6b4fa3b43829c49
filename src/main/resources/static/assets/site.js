// Comfort for readers: text size, colours, reading aloud, printing, sharing. The pages are complete without it.
"use strict";
(() => {
    const root = document.documentElement;
    const COOKIE = "yg-view";
    const YEAR = 365 * 24 * 3600;
    const exclude = { large: ["elder"], elder: ["large"], contrast: ["calm"], calm: ["contrast"] };
    const views = Object.keys(exclude);

    // The cookie, not the page, knows the view: a page that was kept for others is drawn as this reader wants it.
    const cookie = () => {
        const found = document.cookie.split("; ").find((each) => each.startsWith(COOKIE + "="));
        return found ? found.slice(COOKIE.length + 1).split(/[^a-z]+/) : [];
    };
    const remember = () => {
        const chosen = views.filter((view) => root.classList.contains(view));
        document.cookie = COOKIE + "=" + chosen.join(".") + "; path=/; samesite=lax; max-age=" + (chosen.length ? YEAR : 0);
    };
    const chosen = cookie();
    views.forEach((view) => root.classList.toggle(view, chosen.includes(view)));

    const option = (name) => {
        try {
            return localStorage.getItem("reader." + name) === "on";
        } catch (blocked) {
            return false;
        }
    };
    const setOption = (name, on) => {
        try {
            localStorage.setItem("reader." + name, on ? "on" : "off");
        } catch (blocked) {
            // the choice then holds for this page only
        }
    };

    const readAloud = (button) => {
        const END = /[。！？!?；;]/;
        const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, blockquote, figcaption, pre, div, section";
        const label = button.textContent;
        let stop = null;
        let sentences = [];
        let at = 0;
        let paused = false;

        // Sentences of the text in reading order; each is a list of marks around its pieces of text.
        const split = (area) => {
            const texts = [];
            const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const node = walker.currentNode;
                const parent = node.parentElement;
                if (node.data.trim() && parent.getClientRects().length && !parent.closest("[aria-hidden=true], script, .no-voice")) {
                    texts.push(node);
                }
            }
            const found = [];
            let open = null;
            let block = null;
            texts.forEach((node) => {
                const around = node.parentElement.closest(BLOCKS);
                if (around !== block) {
                    open = null;
                    block = around;
                }
                const pieces = node.data.match(/[^。！？!?；;]+[。！？!?；;]*|[。！？!?；;]+/g) || [];
                const marks = pieces.map((piece) => {
                    const mark = document.createElement("span");
                    mark.className = "voice";
                    mark.textContent = piece;
                    if (!open) {
                        open = { marks: [], text: "" };
                        found.push(open);
                    }
                    open.marks.push(mark);
                    open.text += piece;
                    if (END.test(piece.slice(-1))) {
                        open = null;
                    }
                    return mark;
                });
                node.replaceWith(...marks);
            });
            return found.filter((sentence) => sentence.text.trim());
        };
        const join = () => {
            document.querySelectorAll("span.voice").forEach((mark) => {
                const parent = mark.parentNode;
                mark.replaceWith(...mark.childNodes);
                parent.normalize();
            });
        };
        const light = (on) => {
            if (sentences[at]) {
                sentences[at].marks.forEach((mark) => mark.classList.toggle("spoken", on));
            }
        };
        const end = () => {
            light(false);
            sentences = [];
            at = 0;
            paused = false;
            speechSynthesis.cancel();
            join();
            button.textContent = label;
            button.setAttribute("aria-pressed", "false");
            stop.hidden = true;
        };
        const speak = () => {
            if (at >= sentences.length) {
                end();
                return;
            }
            const sentence = sentences[at];
            const spoken = new SpeechSynthesisUtterance(sentence.text);
            spoken.lang = (sentence.marks[0].closest("[lang]") || root).lang;
            spoken.addEventListener("end", () => {
                if (sentences[at] === sentence && !paused) {
                    light(false);
                    at++;
                    speak();
                }
            });
            spoken.addEventListener("error", (event) => {
                if (sentences[at] === sentence && !paused && event.error !== "interrupted" && event.error !== "canceled") {
                    end();
                    button.title = button.dataset.mute;
                }
            });
            light(true);
            const smooth = !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
            sentence.marks[0].scrollIntoView({ block: "nearest", behavior: smooth ? "smooth" : "auto" });
            speechSynthesis.speak(spoken);
        };
        // Pausing begins the sentence again: browsers differ in what speechSynthesis.pause does.
        const press = () => {
            if (!sentences.length) {
                sentences = split(document.querySelector("article") || document.querySelector("main"));
                button.textContent = button.dataset.pause;
                button.setAttribute("aria-pressed", "true");
                stop.hidden = false;
                speak();
            } else if (paused) {
                paused = false;
                button.textContent = button.dataset.pause;
                speak();
            } else {
                paused = true;
                speechSynthesis.cancel();
                button.textContent = button.dataset.resume;
            }
        };
        stop = document.createElement("button");
        stop.type = "button";
        stop.dataset.tool = "stop";
        stop.textContent = button.dataset.stop;
        stop.hidden = true;
        stop.addEventListener("click", () => {
            end();
            button.focus();
        });
        button.after(stop);
        button.addEventListener("click", press);
        document.addEventListener("keydown", (event) => {
            if (event.key === "Escape" && sentences.length) {
                end();
            }
        });
        window.addEventListener("pagehide", () => speechSynthesis.cancel());
    };

    // The district's 双击滚屏: off until a reader asks for it.
    const scrolling = () => {
        let frame = 0;
        let last = 0;
        const halt = () => {
            cancelAnimationFrame(frame);
            frame = 0;
        };
        const step = (now) => {
            if (last) {
                window.scrollBy(0, (now - last) * 0.05);
            }
            last = now;
            const bottom = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 1;
            frame = bottom ? 0 : requestAnimationFrame(step);
        };
        document.addEventListener("dblclick", (event) => {
            if (option("scroll") && !event.target.closest("a, button, input, select, textarea, label, summary")) {
                halt();
                last = 0;
                window.getSelection().removeAllRanges();
                frame = requestAnimationFrame(step);
            }
        });
        ["mousedown", "keydown", "wheel", "touchstart"].forEach((sort) => document.addEventListener(sort, halt, { passive: true }));
    };

    const copyLink = (button) => {
        button.addEventListener("click", async () => {
            const address = button.dataset.copy;
            try {
                await navigator.clipboard.writeText(address);
            } catch (refused) {
                // in-app browsers without a clipboard: the old way
                const field = document.createElement("textarea");
                field.value = address;
                field.setAttribute("readonly", "");
                button.after(field);
                field.select();
                document.execCommand("copy");
                field.remove();
            }
            button.nextElementSibling.textContent = button.dataset.copied;
        });
        button.hidden = false;
    };

    document.addEventListener("DOMContentLoaded", () => {
        const buttons = new Map();
        const press = () => buttons.forEach((button, view) => button.setAttribute("aria-pressed", String(root.classList.contains(view))));
        document.querySelectorAll("[data-tool]").forEach((button) => {
            const tool = button.dataset.tool;
            if (views.includes(tool)) {
                buttons.set(tool, button);
                button.addEventListener("click", () => {
                    const on = root.classList.toggle(tool);
                    if (on) {
                        exclude[tool].forEach((other) => root.classList.remove(other));
                    }
                    remember();
                    press();
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
        press();
        document.querySelectorAll("[data-copy]").forEach(copyLink);
        document.querySelectorAll("[data-needs-scripts]").forEach((part) => { part.hidden = false; });
        document.querySelectorAll("[data-option]").forEach((box) => {
            box.checked = option(box.dataset.option);
            box.addEventListener("change", () => setOption(box.dataset.option, box.checked));
        });
        scrolling();
        // Filters that fold on a phone stand open on a desk.
        const wide = window.matchMedia("(min-width: 992px)");
        document.querySelectorAll("details[data-open-wide]").forEach((fold) => {
            fold.open = wide.matches;
        });
    });
})();

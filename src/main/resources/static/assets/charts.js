/* Draws a chart of a table that stands beside it; without scripts the table says the same. */
(() => {
    "use strict";

    const COLOURS = ["#33526b", "#9e2a2b", "#8a6d1f"];
    const MOST_BARS = 15;

    const number = (text) => {
        const digits = text.replace(/[^0-9.-]/g, "");
        return digits === "" || Number.isNaN(Number(digits)) ? null : Number(digits);
    };

    const read = (table) => {
        const heads = [...table.querySelectorAll("thead th")].slice(1).map((head) => head.textContent.trim());
        const rows = [...table.querySelectorAll("tbody tr")].map((row) => ({
            name: row.querySelector("th").textContent.trim(),
            values: [...row.querySelectorAll("td")].map((cell) => (cell.textContent.includes("%") ? null : number(cell.textContent))),
        }));
        const kept = heads.map((head, i) => i).filter((i) => rows.some((row) => row.values[i] !== null));
        return { heads: kept.map((i) => heads[i]), rows: rows.map((row) => ({ name: row.name, values: kept.map((i) => row.values[i]) })) };
    };

    const option = (kind, data, style) => {
        const rows = kind === "ranking" ? data.rows.slice(0, MOST_BARS).reverse() : data.rows;
        const names = { type: "category", data: rows.map((row) => row.name), axisTick: { show: false },
            axisLabel: { color: style.color, width: kind === "ranking" ? style.names : null, overflow: "truncate", fontSize: 13 } };
        const values = { type: "value", minInterval: 1, axisLabel: { color: style.color }, splitLine: { lineStyle: { color: "#d9d6cf" } } };
        return {
            animation: false,
            color: COLOURS,
            textStyle: { fontFamily: style.font, color: style.color },
            legend: data.heads.length > 1 ? { top: 0, textStyle: { color: style.color } } : undefined,
            grid: { left: 8, right: 56, top: data.heads.length > 1 ? 36 : 24, bottom: 8, containLabel: true },
            xAxis: kind === "ranking" ? values : names,
            yAxis: kind === "ranking" ? names : values,
            series: data.heads.map((head, i) => ({
                name: head, type: "bar", barMaxWidth: 26, data: rows.map((row) => row.values[i]),
                label: { show: data.heads.length === 1, position: kind === "ranking" ? "right" : "top", color: style.color },
            })),
        };
    };

    const library = document.currentScript.dataset.library;
    let loading = null;

    /* The library is large: it is fetched when a chart comes near, once. */
    const charts = () => {
        loading ??= new Promise((done, failed) => {
            const script = document.createElement("script");
            script.src = library;
            script.onload = () => done(window.echarts);
            script.onerror = failed;
            document.head.append(script);
        });
        return loading;
    };

    const draw = async (figure, data) => {
        const echarts = await charts();
        const css = getComputedStyle(document.body);
        const style = { color: css.color, font: css.fontFamily, names: Math.min(220, figure.clientWidth * 0.38) };
        const chart = echarts.init(figure, null, { renderer: "canvas" });
        chart.setOption(option(figure.dataset.chart, data, style));
        window.addEventListener("resize", () => chart.resize());
    };

    for (const figure of document.querySelectorAll("figure[data-chart]")) {
        const table = document.getElementById(figure.dataset.table);
        const data = table ? read(table) : null;
        if (!data || !data.rows.some((row) => row.values.some((value) => value))) continue;
        const bars = figure.dataset.chart === "ranking" ? Math.min(MOST_BARS, data.rows.length) : 10;
        figure.classList.add(figure.dataset.chart === "ranking" && bars > 6 ? "tall" : bars > 3 ? "low" : "flat");
        figure.hidden = false;
        const hide = () => { figure.hidden = true; };
        if (!window.IntersectionObserver) {
            draw(figure, data).catch(hide);
            continue;
        }
        const near = new IntersectionObserver((seen) => {
            if (!seen.some((each) => each.isIntersecting)) return;
            near.disconnect();
            draw(figure, data).catch(hide);
        }, { rootMargin: "200px" });
        near.observe(figure);
    }
})();

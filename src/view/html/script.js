// Filters, keys and the graph's zoom. The page is whole without it; it reads and writes nothing but this page and the
// fragment of its address.
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  all(".script").forEach((hint) => { hint.hidden = false; });

  // Filters. They stand in the fragment as "#?rule=toll&severity=error".
  const cards = all(".card");
  const bar = one("#filters");
  const texts = new Map();
  const text = (card) => {
    if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
    return texts.get(card);
  };
  const field = (name) => one(`[name="${name}"]`, bar);
  const boxes = bar ? all('[name="severity"]', bar) : [];

  const wanted = () => ({
    severities: boxes.filter((box) => box.checked).map((box) => box.value),
    rule: field("rule").value,
    source: field("source").value,
    words: field("text").value.trim(),
  });

  function show() {
    const { severities, rule, source, words } = wanted();
    const outlet = field("source").selectedOptions[0]?.dataset.number;
    const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const card of cards) {
      const { severity, rule: own, outlets } = card.dataset;
      const fits = severities.includes(severity)
        && (!rule || own === rule)
        && (!source || outlets.split(" ").includes(outlet))
        && parts.every((part) => text(card).includes(part));
      card.hidden = !fits;
      shown += fits;
    }
    one("#shown").textContent = `${shown} of ${cards.length} shown`;
    one("#none-shown").hidden = shown > 0;
  }

  function write() {
    const { severities, rule, source, words } = wanted();
    const state = new URLSearchParams();
    if (severities.length < boxes.length) state.set("severity", severities.join(","));
    if (rule) state.set("rule", rule);
    if (source) state.set("source", source);
    if (words) state.set("text", words);
    const fragment = state.toString();
    history.replaceState(null, "", fragment ? `#?${fragment}` : location.pathname + location.search);
  }

  function choose(state) {
    const severities = state.get("severity")?.split(",");
    boxes.forEach((box) => { box.checked = !severities || severities.includes(box.value); });
    for (const name of ["rule", "source"]) {
      const select = field(name);
      const value = state.get(name) ?? "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    field("text").value = state.get("text") ?? "";
    show();
  }

  // A fragment is a filter, or the name of something on the page; what that name leads to must not be filtered away.
  function follow() {
    if (!bar) return;
    const fragment = location.hash.slice(1);
    if (fragment.startsWith("?")) return choose(new URLSearchParams(fragment.slice(1)));
    const target = fragment ? document.getElementById(fragment) : null;
    if (!target || target.closest(".card")?.hidden) choose(new URLSearchParams());
    target?.scrollIntoView();
  }

  if (bar) {
    bar.hidden = false;
    const changed = () => { show(); write(); };
    bar.addEventListener("input", changed);
    field("all").addEventListener("click", () => { choose(new URLSearchParams()); write(); });
    show();
    follow();
    addEventListener("hashchange", follow);
  }

  // j and k go from finding to finding.
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !["j", "k"].includes(event.key)) return;
    const shown = cards.filter((card) => !card.hidden);
    const here = shown.indexOf(document.activeElement?.closest(".card"));
    const next = event.key === "j" ? here + 1 : Math.max(here, 1) - 1;
    const card = shown[Math.min(next, shown.length - 1)];
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "start" });
  });

  // On paper everything is unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    folded.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((details) => { details.open = false; }));

  const network = one("#network");
  if (network) picture(network, one("svg", network));

  // The graph: what is seen of it is its view box.
  function picture(frame, svg) {
    const whole = svg.viewBox.baseVal;
    const [width, height] = [whole.width, whole.height];
    let view = { x: 0, y: 0, scale: 1 };
    frame.classList.add("alive");

    function look(next) {
      const scale = Math.min(Math.max(next.scale, 0.125), 1);
      const within = (at, size) => Math.min(Math.max(at, -size * scale / 2), size * (1 - scale / 2));
      view = { x: within(next.x, width), y: within(next.y, height), scale };
      svg.setAttribute("viewBox", `${view.x} ${view.y} ${width * scale} ${height * scale}`);
    }
    // Zooms so that a point, in parts of the frame, stays where it is.
    function zoom(factor, left = 0.5, top = 0.5) {
      const scale = Math.min(Math.max(view.scale * factor, 0.125), 1);
      const by = view.scale - scale;
      look({ x: view.x + width * by * left, y: view.y + height * by * top, scale });
    }
    const move = (x, y) => look({ ...view, x: view.x + x * width * view.scale, y: view.y + y * height * view.scale });
    const reset = () => look({ x: 0, y: 0, scale: 1 });

    const keys = {
      "+": () => zoom(0.8), "=": () => zoom(0.8), "-": () => zoom(1.25), "0": reset,
      ArrowLeft: () => move(-0.1, 0), ArrowRight: () => move(0.1, 0),
      ArrowUp: () => move(0, -0.1), ArrowDown: () => move(0, 0.1),
    };
    frame.addEventListener("keydown", (event) => {
      const act = keys[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    });
    frame.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      zoom(event.deltaY < 0 ? 0.85 : 1.18, (event.clientX - box.x) / box.width, (event.clientY - box.y) / box.height);
    }, { passive: false });

    // A press that moves is a drag, and no click on what lies below. Fingers move the page as they are used to.
    let from = null;
    let dragged = false;
    svg.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch") return;
      from = { x: event.clientX, y: event.clientY, view };
      dragged = false;
    });
    addEventListener("pointermove", (event) => {
      if (!from) return;
      const box = svg.getBoundingClientRect();
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      dragged ||= Math.hypot(x, y) > 4;
      if (dragged) {
        const { scale } = from.view;
        look({ ...from.view, x: from.view.x - x / box.width * width * scale, y: from.view.y - y / box.height * height * scale });
      }
    });
    addEventListener("pointerup", () => { from = null; });
    svg.addEventListener("click", (event) => { if (dragged) event.preventDefault(); }, true);
    svg.addEventListener("dragstart", (event) => event.preventDefault());

    const buttons = document.createElement("div");
    buttons.className = "buttons";
    for (const [sign, name, act] of [["+", "Zoom in (+)", keys["+"]], ["−", "Zoom out (−)", keys["-"]], ["All", "All of it (0)", reset]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.title = name;
      button.setAttribute("aria-label", name);
      button.addEventListener("click", act);
      buttons.append(button);
    }
    frame.prepend(buttons);
    choice(svg);
  }

  // A node under the pointer or with the focus stands out with all that hangs on it.
  function choice(svg) {
    const nodes = new Map(all(".node", svg).map((node) => [node.dataset.node, node]));
    const edges = all("path", svg);
    function choose(node) {
      all(".on", svg).forEach((part) => part.classList.remove("on"));
      svg.classList.toggle("chosen", Boolean(node));
      if (!node) return;
      node.classList.add("on");
      for (const edge of edges) {
        const { from, to } = edge.dataset;
        if (from !== node.dataset.node && to !== node.dataset.node) continue;
        [edge, nodes.get(from), nodes.get(to)].forEach((part) => part?.classList.add("on"));
      }
    }
    const node = (event) => event.target.closest?.(".node");
    svg.addEventListener("pointerover", (event) => choose(node(event)));
    svg.addEventListener("pointerleave", () => choose(null));
    svg.addEventListener("focusin", (event) => choose(node(event)));
    svg.addEventListener("focusout", () => choose(null));
  }
})();

// What scripts add to pages that work without them. No page needs this file.
"use strict";
(() => {
  const PERIOD = 8000; // milliseconds between two looks, while somebody looks
  const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]");

  // The reader's time zone, for the server: it writes the times.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `serviceops_zone=${zone}; path=/; max-age=31536000; samesite=lax${secure}`;

  // What is marked as live is asked for anew, by htmx, while the page is seen.
  setInterval(() => {
    if (document.visibilityState === "visible") document.body.dispatchEvent(new Event("refresh"));
  }, PERIOD);

  // What was said last is in sight, and stays there when more is said.
  document.querySelectorAll("[data-end]").forEach((place) => {
    const atEnd = () => place.scrollHeight - place.scrollTop - place.clientHeight < 60;
    let held = true;
    place.scrollTop = place.scrollHeight;
    place.addEventListener("scroll", () => { held = atEnd(); }, { passive: true });
    place.addEventListener("htmx:afterSettle", () => { if (held) place.scrollTop = place.scrollHeight; });
  });

  // A menu closes by Escape, and by a click elsewhere.
  const close = (except) => document.querySelectorAll("details.menu[open]").forEach((menu) => {
    if (menu !== except) menu.open = false;
  });
  document.addEventListener("click", (event) => close(event.target.closest("details.menu")));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = document.querySelector("details.menu[open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); }
    else if (typing(document.activeElement)) document.activeElement.blur();
  });

  // A form is sent once.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) event.preventDefault();
    else if (form.method === "post") { form.dataset.sent = "1"; setTimeout(() => delete form.dataset.sent, 4000); }
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

  // Keys: j and k walk through [data-keys="list"], others go to the element that has them: data-key="r".
  const walk = (step) => {
    const rows = [...document.querySelectorAll("[data-keys='list'] a[data-row]")];
    if (!rows.length) return;
    const here = rows.indexOf(document.activeElement);
    const open = rows.findIndex((row) => row.closest("[aria-current]"));
    const next = Math.min(Math.max((here < 0 ? open : here) + step, 0), rows.length - 1);
    rows[next].focus();
    rows[next].scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "j" || event.key === "k") { walk(event.key === "j" ? 1 : -1); event.preventDefault(); return; }
    if (event.key === "?") {
      const help = document.querySelector("dialog#help");
      if (help && !help.open) { help.showModal(); event.preventDefault(); }
      return;
    }
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.tagName === "DETAILS") { target.open = true; target.querySelector("select, input:not([type=hidden]), button, textarea")?.focus(); }
    else { target.focus(); target.scrollIntoView({ block: "nearest" }); }
  });
  document.addEventListener("click", (event) => {
    const dialog = event.target.closest("[data-dialog]");
    if (dialog) { document.querySelector(dialog.dataset.dialog)?.showModal(); event.preventDefault(); }
    const shown = event.target.closest("[data-shut]")?.closest("dialog[open]");
    if (shown) { shown.close(); event.preventDefault(); }
  });
})();

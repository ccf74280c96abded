/** Keys that work on every page: `/` to the search box, `?` to the list of keys, arrows up and down through the rows of a table. */
class PageKeys extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener("keydown", (pressed) => {
      if (pressed.altKey || pressed.ctrlKey || pressed.metaKey || isTyping(pressed.target)) return;
      if (pressed.key === "/") this.toSearch(pressed);
      else if (pressed.key === "?") this.showKeys();
      else if (pressed.key === "ArrowDown" || pressed.key === "ArrowUp") toRow(pressed, pressed.key === "ArrowDown" ? 1 : -1);
    });
    this.querySelector("button")?.addEventListener("click", () => this.querySelector("dialog")?.close());
  }

  private toSearch(pressed: KeyboardEvent): void {
    const box = document.querySelector<HTMLInputElement>("[data-search]") ?? document.querySelector<HTMLInputElement>("#site-search");
    if (!box) return;
    pressed.preventDefault();
    box.focus();
    box.select();
  }

  private showKeys(): void {
    const dialog = this.querySelector("dialog");
    if (dialog && "showModal" in dialog) dialog.showModal();
    else location.href = "/help#keys";
  }
}

/** Only once the reader is inside a list: elsewhere the arrows scroll. */
function toRow(pressed: KeyboardEvent, step: number): void {
  const here = pressed.target instanceof Element ? pressed.target.closest(".table tbody tr, .task") : null;
  if (!here) return;
  const rows = [...document.querySelectorAll(".table tbody tr, .task")];
  const link = rows[rows.indexOf(here) + step]?.querySelector<HTMLElement>("a, button");
  if (!link) return;
  pressed.preventDefault();
  link.focus();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest("wz-tree") !== null);
}

customElements.define("wz-keys", PageKeys);

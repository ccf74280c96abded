/** One tick for all boxes of the same name in its form. */
class SelectAll extends HTMLElement {
  connectedCallback(): void {
    const all = this.querySelector<HTMLInputElement>("input[type=checkbox]");
    if (!all) return;
    this.hidden = false;
    all.addEventListener("change", () => this.boxes().forEach((box) => (box.checked = all.checked)));
    this.closest("form")?.addEventListener("change", () => this.show(all));
    this.show(all);
  }

  private boxes(): HTMLInputElement[] {
    return [...(this.closest("form")?.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${this.dataset.name ?? ""}"]`) ?? [])];
  }

  private show(all: HTMLInputElement): void {
    const ticked = this.boxes().filter((box) => box.checked).length;
    all.checked = ticked > 0 && ticked === this.boxes().length;
    all.indeterminate = ticked > 0 && !all.checked;
  }
}

customElements.define("wz-select-all", SelectAll);

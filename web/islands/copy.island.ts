/** A button that copies a text (a link, a code) and says so. */
class CopyButton extends HTMLElement {
  connectedCallback(): void {
    if (!navigator.clipboard) return;
    this.hidden = false;
    const button = this.querySelector("button");
    const words = button?.textContent ?? "";
    button?.addEventListener("click", () => {
      void navigator.clipboard.writeText(this.dataset.text ?? "").then(() => {
        button.textContent = "已复制";
        window.setTimeout(() => (button.textContent = words), 2000);
      });
    });
  }
}

customElements.define("wz-copy", CopyButton);

/** The panel under one's name closes when the reader goes elsewhere or presses Escape. */
class ClosingPanel extends HTMLElement {
  connectedCallback(): void {
    const panel = this.querySelector("details");
    if (!panel) return;
    document.addEventListener("click", (clicked) => {
      if (clicked.target instanceof Node && !panel.contains(clicked.target)) panel.open = false;
    });
    this.addEventListener("keydown", (pressed) => {
      if (pressed.key !== "Escape" || !panel.open) return;
      panel.open = false;
      panel.querySelector("summary")?.focus();
    });
  }
}

customElements.define("wz-panel", ClosingPanel);

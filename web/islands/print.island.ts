/** A print button: without scripts it would do nothing, so it is hidden until then. */
class PrintButton extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    this.addEventListener("click", () => window.print());
  }
}

customElements.define("wz-print", PrintButton);

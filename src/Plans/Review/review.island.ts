/**
 * The review of a plan: the text follows the card in hand and the other way round, and single keys do what the buttons do. Everything works without it.
 */
class PlanReview extends HTMLElement {
  private readonly cards = [...this.querySelectorAll<HTMLElement>(".duty-card")];
  private readonly text = this.querySelector<HTMLElement>(".review-text");

  connectedCallback(): void {
    const keys = this.querySelector<HTMLElement>(".review-keys");
    if (keys) keys.hidden = false;
    document.addEventListener("keydown", this.pressed);
    this.addEventListener("click", (clicked) => this.follow(clicked));
    this.cards.forEach((card) => card.addEventListener("focusin", () => this.mark(card)));
    this.watch();
    const current = this.current();
    if (current) this.show(current);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.pressed);
  }

  private readonly pressed = (key: KeyboardEvent): void => {
    if (key.altKey || key.ctrlKey || key.metaKey || isInField(key.target)) return;
    if (key.key === "j" || key.key === "k") this.step(key.key === "j" ? 1 : -1);
    else if (key.key === "n") this.add();
    else if (key.key === "u") document.querySelector<HTMLElement>("[data-key=u]")?.click();
    else if ("aemsx".includes(key.key)) this.current()?.querySelector<HTMLElement>(`[data-key=${key.key}]`)?.click();
    else return;
    key.preventDefault();
  };

  private current(): HTMLElement | undefined {
    return this.cards.find((card) => card.classList.contains("is-current"));
  }

  private step(by: number): void {
    const current = this.current();
    const next = current ? this.cards[this.cards.indexOf(current) + by] : this.cards[0];
    if (next) {
      this.mark(next);
      next.focus();
    } else if (by > 0) this.querySelector<HTMLAnchorElement>("a[rel=next]")?.click();
  }

  /** A click on a mark whose card stands on this page needs no new page. */
  private follow(clicked: MouseEvent): void {
    const link = clicked.target instanceof Element ? clicked.target.closest<HTMLElement>("a.mark-duty") : null;
    const card = link && this.cards.find((each) => each.dataset.duty === link.dataset.duty);
    if (!card || clicked.ctrlKey || clicked.metaKey || clicked.shiftKey) return;
    clicked.preventDefault();
    this.mark(card);
    card.focus();
  }

  private mark(card: HTMLElement): void {
    if (card.classList.contains("is-current")) return;
    this.querySelectorAll(".is-current").forEach((was) => was.classList.remove("is-current"));
    card.classList.add("is-current");
    this.show(card);
  }

  private show(card: HTMLElement): void {
    const marks = [...this.querySelectorAll<HTMLElement>(`.mark-duty[data-duty="${card.dataset.duty}"]`)];
    marks.forEach((mark) => mark.classList.add("is-current"));
    // Only the text's own box moves; on a phone the page stays where the reader is.
    if (marks[0] && this.text && this.text.scrollHeight > this.text.clientHeight)
      this.text.scrollTop += marks[0].getBoundingClientRect().top - this.text.getBoundingClientRect().top - this.text.clientHeight / 3;
  }

  /** While one scrolls through the cards, the topmost whole one is in hand. */
  private watch(): void {
    if (!("IntersectionObserver" in window)) return;
    let scrolled = false;
    window.addEventListener("wheel", () => (scrolled = true), { passive: true });
    const seen = new Set<Element>();
    const observer = new IntersectionObserver(
      (entries) => {
        entries.forEach((entry) => (entry.intersectionRatio >= 0.9 ? seen.add(entry.target) : seen.delete(entry.target)));
        const top = this.cards.find((card) => seen.has(card));
        if (scrolled && top && !top.contains(document.activeElement)) this.mark(top);
      },
      { threshold: [0, 0.9, 1] },
    );
    this.cards.forEach((card) => observer.observe(card));
  }

  /** With words of the plan selected, they are what is added. */
  private add(): void {
    const address = this.dataset.new;
    if (!address) return;
    const chosen = window.getSelection();
    const range = chosen && chosen.rangeCount > 0 && !chosen.isCollapsed ? chosen.getRangeAt(0) : null;
    const [start, end] = range ? [placeOf(range.startContainer, range.startOffset), placeOf(range.endContainer, range.endOffset)] : [undefined, undefined];
    location.href = start !== undefined && end !== undefined && end > start ? `${address}?start=${start}&end=${end}` : address;
  }
}

/** Where a point of the page stands in the whole text; pieces carry their first character. */
function placeOf(node: Node, offset: number): number | undefined {
  const piece = node.parentElement?.closest<HTMLElement>("[data-start]");
  return node.nodeType === Node.TEXT_NODE && piece ? Number(piece.dataset.start) + offset : undefined;
}

function isInField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

customElements.define("wz-review", PlanReview);

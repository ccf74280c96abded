/** Arrow keys in a tree of links and details: up and down move, right opens, left closes or goes to the parent. */
class ArrowTree extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("keydown", (pressed) => {
      const link = pressed.target;
      if (!(link instanceof HTMLAnchorElement) || pressed.altKey || pressed.ctrlKey || pressed.metaKey) return;
      const goal = this.goal(pressed.key, link);
      if (goal === undefined) return;
      pressed.preventDefault();
      goal?.focus();
    });
  }

  /** Where a key leads: a link, nowhere (null, the key is used up), or not ours (undefined). */
  private goal(key: string, link: HTMLAnchorElement): HTMLAnchorElement | null | undefined {
    const links = this.shown();
    const at = links.indexOf(link);
    const branch = link.closest("li")?.querySelector<HTMLDetailsElement>(":scope > details");
    if (key === "ArrowDown") return links[at + 1] ?? null;
    if (key === "ArrowUp") return links[at - 1] ?? null;
    if (key === "Home") return links[0] ?? null;
    if (key === "End") return links[links.length - 1] ?? null;
    if (key === "ArrowRight") return branch && !branch.open ? this.set(branch, true) : (links[at + 1] ?? null);
    if (key === "ArrowLeft") return branch?.open ? this.set(branch, false) : parentOf(link);
    return undefined;
  }

  private set(branch: HTMLDetailsElement, open: boolean): null {
    branch.open = open;
    return null;
  }

  private shown(): HTMLAnchorElement[] {
    return [...this.querySelectorAll("a")].filter((link) => link.getClientRects().length > 0);
  }
}

function parentOf(link: HTMLAnchorElement): HTMLAnchorElement | null {
  return link.closest("details")?.closest("li")?.querySelector<HTMLAnchorElement>(":scope > .tree-line a") ?? null;
}

customElements.define("wz-tree", ArrowTree);

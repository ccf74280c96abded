/**
 * Keeps a part of the page up to date from a stream of server-sent events: each event says that something has changed, and the part is fetched anew as it
 * stands in the page. Without scripts or where the stream is cut, a reload shows the same.
 */
class Live extends HTMLElement {
  private stream?: EventSource;
  private static readonly streams = new Map<string, EventSource>();

  connectedCallback(): void {
    const { href, part } = this.dataset;
    if (!href || !part || !("EventSource" in window)) return;
    this.stream = Live.streams.get(href) ?? new EventSource(href);
    Live.streams.set(href, this.stream);
    this.stream.addEventListener("changed", () => void this.renew(part));
  }

  private async renew(part: string): Promise<void> {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part);
    const old = this.querySelector(`#${part}`);
    if (fresh && old && fresh.innerHTML !== old.innerHTML) old.replaceWith(fresh);
  }
}

customElements.define("wz-live", Live);

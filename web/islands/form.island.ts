/** Values typed into a form, kept on this device until it is sent; never a password, a file or a hidden field. */
type Draft = { at: number; values: [string, string][] };

const SENT = "draft-sent";
const DAY = 24 * 60 * 60 * 1000;

/**
 * Around a form: keeps what is typed, asks before leaving it, and moves to the summary when something was wrong.
 * The key holds who is signed in, so that nobody finds another's draft on a shared computer.
 */
class GuardedForm extends HTMLElement {
  private readonly form = this.querySelector("form");
  private changed = false;

  connectedCallback(): void {
    this.querySelector<HTMLElement>(".error-summary")?.focus();
    if (!this.form || this.form.method !== "post") return;
    this.forgetOld();
    if (this.dataset.failed === "true") this.changed = true;
    else this.offer();
    this.form.addEventListener("input", () => this.note());
    this.form.addEventListener("change", () => this.note());
    this.form.addEventListener("submit", () => this.sent());
    window.addEventListener("beforeunload", (leaving) => {
      if (!this.changed) return;
      leaving.preventDefault();
      leaving.returnValue = "";
    });
  }

  private get key(): string | undefined {
    const who = document.documentElement.dataset.who;
    return this.dataset.draft && who ? `draft ${who} ${location.pathname} ${this.dataset.draft}` : undefined;
  }

  private fields(): (HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[] {
    return [...this.form!.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>("input, select, textarea")].filter(
      (field) => field.name && !["password", "file", "hidden", "submit"].includes(field.type),
    );
  }

  private note(): void {
    this.changed = true;
    if (!this.key) return;
    const values = this.fields()
      .filter((field) => !(field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox")) || field.checked)
      .map((field): [string, string] => [field.name, field.value]);
    localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), values } satisfies Draft));
  }

  private sent(): void {
    this.changed = false;
    if (this.key) sessionStorage.setItem(SENT, this.key);
  }

  private offer(): void {
    const draft = this.key ? read(this.key) : undefined;
    if (!draft) return;
    const line = document.createElement("p");
    line.className = "draft-line";
    line.append(`这里有上次没提交的草稿（${new Date(draft.at).toLocaleString("zh-CN")}）。`);
    line.append(
      button("接着填", () => this.restore(draft, line)),
      button("不要了", () => {
        localStorage.removeItem(this.key!);
        line.remove();
      }),
    );
    this.prepend(line);
  }

  private restore(draft: Draft, line: HTMLElement): void {
    for (const field of this.fields()) {
      const values = draft.values.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox")) field.checked = values.includes(field.value);
      else if (values[0] !== undefined) field.value = values[0];
    }
    this.changed = true;
    line.remove();
  }

  private forgetOld(): void {
    for (const key of Object.keys(localStorage))
      if (key.startsWith("draft ") && Date.now() - (read(key)?.at ?? 0) > 7 * DAY) localStorage.removeItem(key);
  }
}

/** A draft goes when the next page shows that the form was taken: not when it came back, was refused, or the session had ended. */
function settle(): void {
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (sent && document.documentElement.dataset.who && !document.querySelector("[data-failed], [data-refused]")) localStorage.removeItem(sent);
}

function read(key: string): Draft | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "") as Draft;
  } catch {
    return undefined;
  }
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn btn-link";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

settle();
customElements.define("wz-form", GuardedForm);

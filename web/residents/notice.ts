// The whole script of a public notice: reads it aloud where the browser can, and says once that it was really seen.
const seenFor = 2000;

function readAloud(button: HTMLButtonElement, text: HTMLElement): void {
  const speech = window.speechSynthesis;
  const words = button.textContent;
  const stop = (): void => {
    speech.cancel();
    button.textContent = words;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    if (speech.speaking) {
      stop();
      return;
    }
    // One utterance a paragraph: long ones break off on older phones.
    const parts = [...text.querySelectorAll("h1, p")].map((part) => part.textContent?.trim() ?? "").filter(Boolean);
    parts.forEach((part, at) => {
      const utterance = new SpeechSynthesisUtterance(part);
      utterance.lang = "zh-CN";
      utterance.rate = 0.9;
      if (at === parts.length - 1) utterance.onend = stop;
      speech.speak(utterance);
    });
    button.textContent = "停止朗读";
  });
  window.addEventListener("pagehide", stop);
}

function tellSeen(address: string): void {
  let timer = 0;
  const look = (): void => {
    window.clearTimeout(timer);
    if (document.visibilityState !== "visible") return;
    timer = window.setTimeout(() => {
      document.removeEventListener("visibilitychange", look);
      void fetch(address, { method: "POST", keepalive: true, credentials: "omit" }).catch(() => undefined);
    }, seenFor);
  };
  document.addEventListener("visibilitychange", look);
  look();
}

const notice = document.querySelector<HTMLElement>("[data-seen]");
const button = document.querySelector<HTMLButtonElement>("[data-read]");
if (notice?.dataset.seen) tellSeen(notice.dataset.seen);
if (notice && button && "speechSynthesis" in window && "SpeechSynthesisUtterance" in window) readAloud(button, notice);

export {};

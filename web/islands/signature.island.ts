import SignaturePad from "signature_pad";

/** A box to sign in. The strokes go with the form as JSON: `[[x, y, ms], …]` for each stroke, in the box's own 600 × 200 units. */
class SignatureBox extends HTMLElement {
  private readonly strokes = this.querySelector<HTMLInputElement>("input[name$=Strokes]");
  private readonly clock = this.querySelector<HTMLInputElement>("input[name$=At]");
  private readonly canvas = this.querySelector("canvas");
  private pad: SignaturePad | undefined;

  connectedCallback(): void {
    if (!this.canvas || !this.strokes) return;
    this.hidden = false;
    this.pad = new SignaturePad(this.canvas, { minWidth: 1, maxWidth: 3, penColor: "#1b2530" });
    this.fit();
    this.draw(this.strokes.value);
    this.pad.addEventListener("endStroke", () => this.keep());
    this.querySelector("button")?.addEventListener("click", () => this.clear());
    this.closest("form")?.addEventListener("submit", () => {
      if (this.clock) this.clock.value = new Date().toISOString();
    });
    window.addEventListener("resize", () => this.fitAgain());
  }

  /** As many pixels as the screen has, the same units whatever its size. */
  private fit(): void {
    const canvas = this.canvas!;
    const width = canvas.getBoundingClientRect().width || 600;
    const ratio = Math.max(window.devicePixelRatio, 1);
    canvas.width = width * ratio;
    canvas.height = (width / 3) * ratio;
    canvas.getContext("2d")?.scale(ratio, ratio);
    this.pad?.clear();
  }

  private fitAgain(): void {
    const kept = this.strokes?.value ?? "";
    this.fit();
    this.draw(kept);
  }

  private get scale(): number {
    return 600 / (this.canvas!.getBoundingClientRect().width || 600);
  }

  private keep(): void {
    const began = this.pad!.toData()[0]?.points[0]?.time ?? 0;
    const round = (value: number): number => Math.round(value * this.scale * 10) / 10;
    const strokes = this.pad!.toData().map((stroke) => stroke.points.map((p) => [round(p.x), round(p.y), p.time - began]));
    this.strokes!.value = JSON.stringify(strokes);
    this.strokes!.dispatchEvent(new Event("change", { bubbles: true }));
  }

  private draw(json: string): void {
    if (!json) return;
    try {
      const strokes = JSON.parse(json) as number[][][];
      const points = (stroke: number[][]) =>
        stroke.map(([x = 0, y = 0, time = 0]) => ({ x: x / this.scale, y: y / this.scale, time, pressure: 0.5 }));
      this.pad?.fromData(
        strokes.map((stroke) => ({
          penColor: "#1b2530",
          dotSize: 0,
          minWidth: 1,
          maxWidth: 3,
          velocityFilterWeight: 0.7,
          compositeOperation: "source-over" as const,
          points: points(stroke),
        })),
      );
    } catch {
      this.clear();
    }
  }

  private clear(): void {
    this.pad?.clear();
    if (this.strokes) this.strokes.value = "";
  }
}

customElements.define("wz-signature", SignatureBox);

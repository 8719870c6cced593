/** Orbits move calmly enough for this; more would only warm the room. */
const shortestFrame_ms = 1000 / 32;
/** A machine that needs longer for a frame, several times running, shows still pictures instead. */
const slowFrame_ms = 180;
const patience = 6;

type Draw = (elapsed_s: number, moving: boolean) => boolean;

/**
 * When to draw: while orbits move and somebody looks, and otherwise once for each change. `draw` gets the time
 * that passed and whether orbits move, and says whether it needs another frame.
 */
export class Pace {
  readonly #draw: Draw;
  readonly #tooSlow: () => void;
  #moving = false;
  #visible = true;
  #wanted = false;
  #handle = 0;
  #last_ms = 0;
  #slow = 0;

  constructor(draw: Draw, tooSlow: () => void) {
    this.#draw = draw;
    this.#tooSlow = tooSlow;
  }

  request(): void {
    this.#wanted = true;
    this.#schedule();
  }

  setMoving(moving: boolean): void {
    this.#moving = moving;
    this.#slow = 0;
    this.#schedule();
  }

  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.#schedule();
    else this.stop();
  }

  stop(): void {
    cancelAnimationFrame(this.#handle);
    this.#handle = 0;
    this.#last_ms = 0;
  }

  #schedule(): void {
    if (this.#handle !== 0 || !this.#visible || !(this.#moving || this.#wanted)) return;
    this.#handle = requestAnimationFrame((now_ms) => this.#tick(now_ms));
  }

  #tick(now_ms: number): void {
    this.#handle = 0;
    const since_ms = this.#last_ms === 0 ? 0 : now_ms - this.#last_ms;
    if (this.#last_ms !== 0 && since_ms < shortestFrame_ms - 2) {
      this.#schedule();
      return;
    }
    this.#last_ms = now_ms;
    this.#wanted = false;
    // After a pause orbits go on from where they stood.
    if (this.#draw(Math.min(0.1, since_ms / 1000), this.#moving)) this.#wanted = true;
    if (!this.#moving && !this.#wanted) this.#last_ms = 0;
    this.#watch(since_ms);
    this.#schedule();
  }

  #watch(since_ms: number): void {
    if (!this.#moving) return;
    this.#slow = since_ms > slowFrame_ms ? this.#slow + 1 : 0;
    if (this.#slow < patience) return;
    this.setMoving(false);
    this.#tooSlow();
  }
}

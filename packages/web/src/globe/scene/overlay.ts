import { type PerspectiveCamera, Vector3 } from 'three';

/** A place with a name, in three's axes. */
export interface Label {
  readonly name: string;
  readonly kind: 'station' | 'pad';
  readonly at: readonly [number, number, number];
}

const scratch = new Vector3();

/** What is written over the picture: names of places on the ground when one is near, and a ring about the chosen one. */
export class Overlay {
  readonly #root: HTMLElement;
  readonly #ring = document.createElement('div');
  #labels: { readonly element: HTMLElement; readonly at: Label['at'] }[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#ring.className = 'globe-ring';
    this.#ring.hidden = true;
    root.append(this.#ring);
  }

  setLabels(labels: readonly Label[]): void {
    for (const { element } of this.#labels) element.remove();
    this.#labels = labels.map(({ name, kind, at }) => {
      const element = document.createElement('span');
      element.className = `globe-label ${kind}`;
      element.textContent = name;
      element.hidden = true;
      this.#root.append(element);
      return { element, at };
    });
  }

  /** Puts names where their places are; `turn` is the ground's own turning. */
  placeLabels(camera: PerspectiveCamera, shown: boolean, turn: (at: Vector3) => Vector3): void {
    const { clientWidth, clientHeight } = this.#root;
    for (const { element, at } of this.#labels) {
      const world = turn(scratch.set(...at));
      const facing = shown && world.dot(camera.position) > world.lengthSq() * 1.05;
      element.hidden = !facing;
      if (!facing) continue;
      const { x, y } = world.project(camera);
      element.style.transform = `translate(${((x + 1) / 2) * clientWidth}px, ${((1 - y) / 2) * clientHeight}px)`;
    }
  }

  /** Puts the ring about a point, or takes it away. */
  placeRing(camera: PerspectiveCamera, point: readonly [number, number, number] | undefined): void {
    this.#ring.hidden = !point;
    if (!point) return;
    const { x, y } = scratch.set(...point).project(camera);
    const { clientWidth, clientHeight } = this.#root;
    this.#ring.style.transform = `translate(${((x + 1) / 2) * clientWidth}px, ${((1 - y) / 2) * clientHeight}px)`;
  }

  dispose(): void {
    this.setLabels([]);
    this.#ring.remove();
  }
}

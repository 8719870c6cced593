import type { ShellRow } from '@kardashev/contracts/shell.ts';
import { Scene, Vector3, WebGLRenderer } from 'three';
import { control, type Eye, fittingDistance, makeCamera, place } from './camera.ts';
import { type Earth, earth } from './earth.ts';
import { beltExposure, ringExposure } from './exposure.ts';
import { landTexture } from './land.ts';
import { shellOrbit } from './orbit.ts';
import { Pace } from './pace.ts';
import { type Satellites, satellites } from './satellites.ts';

/** Seconds of orbit that pass in a second on screen: one round takes about a minute and a half. */
const haste = 60;
const dayLength_s = 86_400;
/** The Sun stands over the Atlantic at first. */
const firstLongitude_rad = -0.35;

export interface GlobeOptions {
  readonly shells: readonly ShellRow[];
  /** One colour a shell. */
  readonly colours: readonly string[];
  /** Called after each frame with the number of points that the renderer drew. */
  drawn(points: number): void;
  /** Called when the machine is too slow to move the orbits. */
  tooSlow(): void;
}

/** The picture: Earth, air and every satellite. Draws when something changes, and while orbits move. */
export class GlobeScene {
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = makeCamera();
  readonly #eye: Eye = { azimuth: 0.95, elevation: 0.32, distance: 4 };
  readonly #earth: Earth;
  readonly #satellites: Satellites;
  readonly #options: GlobeOptions;
  readonly #pace: Pace;
  readonly #release: () => void;
  readonly #sun = new Vector3(1, 0, 0);
  #declination = 0;
  #wantedDeclination = 0;
  #counts: readonly number[] = [];
  #time_s = 0;
  #zoomed = false;

  /** Fails when the browser has no WebGL 2. */
  static async create(canvas: HTMLCanvasElement, options: GlobeOptions): Promise<GlobeScene> {
    const renderer = new WebGLRenderer({
      canvas,
      antialias: false,
      alpha: true,
      powerPreference: 'high-performance',
    });
    const land = await landTexture(Math.min(4096, renderer.capabilities.maxTextureSize));
    return new GlobeScene(renderer, earth(land), options);
  }

  private constructor(renderer: WebGLRenderer, globe: Earth, options: GlobeOptions) {
    this.#renderer = renderer;
    this.#earth = globe;
    this.#options = options;
    this.#satellites = satellites(options.shells.map(shellOrbit), options.colours);
    this.#scene.add(globe.globe, globe.air, this.#satellites.group);
    this.#pace = new Pace((elapsed_s, moving) => this.#frame(elapsed_s, moving), options.tooSlow);
    this.#release = control(renderer.domElement, this.#eye, () => {
      this.#zoomed = true;
      this.#pace.request();
    });
  }

  setCounts(counts: readonly number[]): void {
    this.#counts = counts;
    this.#satellites.setCounts(counts);
    this.#expose();
    this.#pace.request();
  }

  /** Moves the Sun; at once, or gliding there so that playing through the years stays calm. */
  setSun(declination_rad: number, glide: boolean): void {
    this.#wantedDeclination = declination_rad;
    if (!glide) this.#declination = declination_rad;
    this.#pace.request();
  }

  /** Whether satellites move along their orbits. */
  setMoving(moving: boolean): void {
    this.#pace.setMoving(moving);
  }

  /** Whether anybody can see the picture. */
  setVisible(visible: boolean): void {
    this.#pace.setVisible(visible);
  }

  resize(width: number, height: number): void {
    if (width === 0 || height === 0) return;
    this.#renderer.setPixelRatio(Math.min(globalThis.devicePixelRatio, 2));
    this.#renderer.setSize(width, height, false);
    this.#camera.aspect = width / height;
    this.#camera.updateProjectionMatrix();
    if (!this.#zoomed) this.#eye.distance = fittingDistance(width / height);
    this.#expose();
    this.#pace.request();
  }

  dispose(): void {
    this.#pace.stop();
    this.#release();
    this.#satellites.dispose();
    this.#renderer.dispose();
  }

  #expose(): void {
    const { height } = this.#renderer.domElement;
    const half = Math.tan((this.#camera.fov / 2) * (Math.PI / 180));
    const globeRadius_px = height / 2 / half / Math.sqrt(Math.max(0.1, this.#eye.distance ** 2 - 1));
    const picture = { globeRadius_px, pixelRatio: this.#renderer.getPixelRatio() };
    const inRing = this.#options.shells.map(({ nodes }) => nodes === 'dawn-dusk');
    const inBelts = this.#counts.reduce((sum, count, shell) => sum + (inRing[shell] ? 0 : count), 0);
    const belt = beltExposure(inBelts, picture);
    this.#counts.forEach((count, shell) => {
      this.#satellites.setExposure(shell, inRing[shell] ? ringExposure(count, picture) : belt);
    });
  }

  /** Draws one frame; true when another must follow though nothing moves. */
  #frame(elapsed_s: number, moving: boolean): boolean {
    if (moving) this.#time_s += elapsed_s * haste;
    this.#declination += (this.#wantedDeclination - this.#declination) * Math.min(1, elapsed_s * 4);
    const gliding = Math.abs(this.#wantedDeclination - this.#declination) > 1e-3;
    this.#sun.set(Math.cos(this.#declination), Math.sin(this.#declination), 0);
    this.#earth.setSun(this.#sun);
    this.#earth.setSubsolarLongitude(firstLongitude_rad - (2 * Math.PI * this.#time_s) / dayLength_s);
    this.#satellites.shared.sun.value.copy(this.#sun);
    this.#satellites.setTime(this.#time_s);
    this.#expose();
    place(this.#camera, this.#eye);
    this.#renderer.render(this.#scene, this.#camera);
    this.#options.drawn(this.#renderer.info.render.points);
    return gliding;
  }
}

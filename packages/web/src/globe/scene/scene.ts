import { LinearSRGBColorSpace, Scene, type Texture, Vector3, WebGLRenderer } from 'three';
import { exposeFleet } from '../fleet/expose.ts';
import type { FleetMonth } from '../fleet/fleet-month.ts';
import { FleetPoints } from '../fleet/points.ts';
import { positionOf } from '../fleet/sky.ts';
import { Ground, type GroundMonth } from '../ground/ground.ts';
import { Trace } from '../pick/highlight.ts';
import type { ShellMesh } from '../pick/mesh.ts';
import { MeshLines } from '../pick/mesh-lines.ts';
import { type Choice, hidden, pick } from '../pick/pick.ts';
import { control, type Eye, fittingDistance, makeCamera, outOfSight, place, sightThrough } from './camera.ts';
import { type Earth, earth } from './earth.ts';
import { landTexture } from './land.ts';
import type { Look } from './look.ts';
import { Overlay } from './overlay.ts';
import { Pace } from './pace.ts';
import { type Colouring, paint } from './paint.ts';

/** Seconds of orbit that pass in a second on screen: one round takes about a minute and a half. */
export const haste = 60;
const dayLength_s = 86_400;
/** The Sun stands over the Atlantic in the middle of each month. */
const firstLongitude_rad = -0.35;

export interface GlobeOptions {
  readonly shells: number;
  /** Where names of places and the ring about the chosen satellite are put. */
  readonly overlay: HTMLElement;
  /** Called after each frame with the number of points that the renderer drew of satellites. */
  drawn(points: number): void;
  /** Called with the time from the middle of the month as orbits move. */
  moved(time_s: number): void;
  /** Called when somebody presses on a satellite, or on nothing. */
  chosen(choice: Choice | undefined): void;
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
  readonly #points: FleetPoints;
  readonly #ground: Ground;
  readonly #trace = new Trace();
  readonly #links = new MeshLines();
  readonly #overlay: Overlay;
  readonly #options: GlobeOptions;
  readonly #pace: Pace;
  readonly #release: () => void;
  readonly #sun = new Vector3(1, 0, 0);
  #fleet: FleetMonth | undefined;
  #choice: Choice | undefined;
  #colouring: Colouring | undefined;
  #declination = 0;
  #wantedDeclination = 0;
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
    // The palette's colours are drawn as they are, by three's own materials too.
    renderer.outputColorSpace = LinearSRGBColorSpace;
    const land = await landTexture(Math.min(4096, renderer.capabilities.maxTextureSize));
    return new GlobeScene(renderer, land, options);
  }

  private constructor(renderer: WebGLRenderer, land: Texture, options: GlobeOptions) {
    this.#renderer = renderer;
    this.#earth = earth(land);
    this.#options = options;
    this.#points = new FleetPoints(options.shells);
    this.#overlay = new Overlay(options.overlay);
    this.#ground = new Ground(this.#earth.ground, this.#overlay);
    this.#scene.add(this.#earth.ground, this.#earth.air, this.#points.group);
    this.#scene.add(this.#trace.lines.object, this.#links.lines.object);
    this.#pace = new Pace((elapsed_s, moving) => this.#frame(elapsed_s, moving), options.tooSlow);
    this.#release = control(renderer.domElement, this.#eye, {
      changed: () => {
        this.#zoomed = true;
        this.#pace.request();
      },
      pressed: (x, y, reach_px) => options.chosen(this.#pick(x, y, reach_px)),
    });
  }

  /** Shows a month; its Sun at once, or gliding there so that playing through the years stays calm. */
  setFleet(fleet: FleetMonth, glide: boolean): void {
    this.#fleet = fleet;
    this.#points.setMonth(fleet.shells, fleet.month);
    this.#wantedDeclination = fleet.sun.declination_rad;
    if (!glide) this.#declination = this.#wantedDeclination;
    this.#pace.request();
  }

  setLook(look: Look): void {
    this.#earth.setLook(look);
    this.#ground.setLook(look, this.#renderer.getPixelRatio());
    this.#trace.lines.setColour(look.of('--accent'));
    this.#links.lines.setColour(look.of('--good'));
    this.#pace.request();
  }

  setColouring(colouring: Colouring): void {
    this.#colouring = colouring;
    paint(this.#points, colouring);
    this.#pace.request();
  }

  /** The energy model's answers for a shell. */
  setResponse(shell: number, texels: Uint8Array): void {
    this.#points.setResponse(shell, texels);
    this.#pace.request();
  }

  setGround(month: GroundMonth): void {
    this.#ground.setMonth(month);
    this.#points.shared.stationSine.value = Math.sin(month.elevation_rad);
    this.#pace.request();
  }

  /** How lasers link the month's satellites. */
  setMeshes(meshes: readonly ShellMesh[]): void {
    this.#links.setMeshes(meshes);
    this.#pace.request();
  }

  /** The chosen satellite has a ring and its orbit; where it is out of sight the eye goes round to it. */
  choose(choice: Choice | undefined): void {
    this.#choice = choice;
    const shell = choice && this.#fleet?.shells[choice.shell];
    if (shell) {
      const [x, y, z] = positionOf(shell.sky, choice, this.#time_s);
      place(this.#camera, this.#eye);
      if (outOfSight(this.#camera, [x, y, z])) {
        this.#eye.azimuth = Math.atan2(y, x);
        this.#eye.elevation = Math.asin(z / shell.sky.radius);
      }
    }
    this.#pace.request();
  }

  /** Whether satellites move along their orbits. */
  setMoving(moving: boolean): void {
    this.#pace.setMoving(moving);
  }

  /** Time from the middle of the month. */
  setTime(time_s: number): void {
    this.#time_s = time_s;
    this.#pace.request();
  }

  /** Whether anybody can see the picture. */
  setVisible(visible: boolean): void {
    this.#pace.setVisible(visible);
  }

  resize(width: number, height: number): void {
    if (width === 0 || height === 0) return;
    this.#renderer.setPixelRatio(Math.min(globalThis.devicePixelRatio, 2));
    // In whole pixels of the layout: a picture that is stretched by half of one is blurred all over.
    this.#renderer.setSize(width, height);
    this.#camera.aspect = width / height;
    this.#camera.updateProjectionMatrix();
    if (!this.#zoomed) this.#eye.distance = fittingDistance(width / height);
    // A picture of another size is empty until it is drawn, and should not be seen so.
    this.#frame(0, false);
    this.#pace.request();
  }

  dispose(): void {
    this.#pace.stop();
    this.#release();
    this.#points.dispose();
    this.#ground.dispose();
    this.#trace.lines.dispose();
    this.#links.lines.dispose();
    this.#earth.dispose();
    this.#overlay.dispose();
    this.#renderer.dispose();
  }

  #pick(x: number, y: number, reach_px: number): Choice | undefined {
    const { clientWidth, clientHeight } = this.#renderer.domElement;
    const sight = sightThrough(this.#camera, x / clientWidth, y / clientHeight, reach_px / clientHeight);
    return this.#fleet && pick(this.#fleet, this.#time_s, sight);
  }

  /** Draws one frame; true when another must follow though nothing moves. */
  #frame(elapsed_s: number, moving: boolean): boolean {
    const begun = performance.now();
    if (moving) {
      this.#time_s += elapsed_s * haste;
      this.#options.moved(this.#time_s);
    }
    this.#declination += (this.#wantedDeclination - this.#declination) * Math.min(1, elapsed_s * 4);
    const gliding = Math.abs(this.#wantedDeclination - this.#declination) > 1e-3;
    place(this.#camera, this.#eye);
    this.#turn();
    this.#mark();
    this.#renderer.render(this.#scene, this.#camera);
    measure(begun);
    this.#options.drawn(this.#renderer.info.render.points - this.#ground.marks);
    return gliding;
  }

  /** Brings Sun, ground and orbits to the time. */
  #turn(): void {
    this.#sun.set(Math.cos(this.#declination), Math.sin(this.#declination), 0);
    this.#earth.setSun(this.#sun);
    this.#earth.setSubsolarLongitude(firstLongitude_rad - (2 * Math.PI * this.#time_s) / dayLength_s);
    this.#earth.ground.updateMatrixWorld();
    this.#points.shared.sun.value.copy(this.#sun);
    this.#points.setTime(this.#time_s);
    this.#ground.setTime(this.#time_s, this.#camera, this.#points.shared);
    if (!this.#fleet) return;
    const { height } = this.#renderer.domElement;
    const picture = { height, fov: this.#camera.fov, distance: this.#eye.distance };
    exposeFleet(this.#points, this.#fleet, picture, this.#renderer.getPixelRatio(), this.#colouring?.glow);
    this.#links.draw(this.#fleet, this.#time_s, this.#camera.position, this.#eye.distance);
  }

  /** Ring and orbit of the chosen satellite. */
  #mark(): void {
    const shell = this.#choice && this.#fleet?.shells[this.#choice.shell];
    if (!this.#choice || !shell) {
      this.#trace.hide();
      this.#overlay.placeRing(this.#camera, undefined);
      return;
    }
    this.#trace.draw(shell, this.#choice.plane, this.#time_s);
    const [x, y, z] = positionOf(shell.sky, this.#choice, this.#time_s);
    const eye = this.#camera.position;
    const behind = hidden([eye.x, -eye.z, eye.y], [x, y, z]);
    this.#overlay.placeRing(this.#camera, behind ? undefined : [x, z, -y]);
  }
}

const frameMeasure = 'globe-frame';

/** Tells the browser's own timeline how long this thread took for a frame; earlier frames are not kept. */
function measure(begun: number): void {
  performance.clearMeasures(frameMeasure);
  performance.measure(frameMeasure, { start: begun, end: performance.now() });
}

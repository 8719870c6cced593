/** Every launch of a campaign, a row each, in order of time. */
export class LaunchLog {
  length = 0;
  /** Seconds of the plan. */
  time_s = new Float64Array(1024);
  /** Index of the plan's vehicle; of its launch site, −1 on record; of the host, −1 without compute satellites. */
  vehicle = new Int16Array(1024);
  site = new Int16Array(1024);
  host = new Int16Array(1024);
  /** Pad of the site. */
  pad = new Int16Array(1024);
  satellites = new Uint16Array(1024);
  /** 1 where the launch was lost. */
  lost = new Uint8Array(1024);

  /** Adds a row with nothing on board and returns its number. */
  add(time_s: number, vehicle: number, site: number, pad: number): number {
    if (this.length === this.time_s.length) this.#grow();
    const row = this.length++;
    this.time_s[row] = time_s;
    this.vehicle[row] = vehicle;
    this.site[row] = site;
    this.pad[row] = pad;
    this.host[row] = -1;
    return row;
  }

  #grow(): void {
    const size = 2 * this.length;
    this.time_s = larger(this.time_s, new Float64Array(size));
    this.vehicle = larger(this.vehicle, new Int16Array(size));
    this.site = larger(this.site, new Int16Array(size));
    this.host = larger(this.host, new Int16Array(size));
    this.pad = larger(this.pad, new Int16Array(size));
    this.satellites = larger(this.satellites, new Uint16Array(size));
    this.lost = larger(this.lost, new Uint8Array(size));
  }
}

function larger<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}

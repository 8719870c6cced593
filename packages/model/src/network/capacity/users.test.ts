import { describe, expect, it } from 'vitest';
import { sunOver } from './crowding-model.ts';
import { asking, localTime_s, roundTrips, type ServingShell, type UsersCase } from './users.ts';

const radians = (angle_deg: number): number => (angle_deg * Math.PI) / 180;
const shell: ServingShell = {
  shape: { altitude_m: 560e3, inclination_rad: radians(53), dawnDusk: false },
  cap_rad: radians(11),
  part: 1,
  rows: 72,
  columns: 72,
  cross_m: 500e3,
  along_m: 600e3,
  slant_m: 900e3,
  fullness: 0.1,
};
const region = (name: string, latitude_deg: number, longitude_deg: number, users: number) => ({
  name,
  latitude_rad: radians(latitude_deg),
  longitude_rad: radians(longitude_deg),
  users,
});
const of: UsersCase = {
  regions: [region('delhi', 28, 77, 1e9), region('sydney', -34, 151, 2e7), region('longyear', 78, 15, 2e3)],
  shells: [shell],
  load: 0.02,
  shadowWork: 1,
  access_s: 0.02,
  switching_s: 50e-6,
  relayLink_m: 1e6,
  busiestTime_s: 20 * 3600,
  quietShare: 0.35,
};
const tripsAt = (changed: Partial<UsersCase>, hour = 12) =>
  roundTrips({ ...of, ...changed }, sunOver(0, hour), hour);

describe('users of a model in orbit', () => {
  it('ask most in their evening, least twelve hours later', () => {
    expect(asking(20 * 3600, 20 * 3600, 0.35)).toBe(1);
    expect(asking(8 * 3600, 20 * 3600, 0.35)).toBeCloseTo(0.35, 12);
    expect(localTime_s(radians(90), 12)).toBe(18 * 3600);
    expect(localTime_s(radians(-180), 3)).toBe(15 * 3600);
  });

  it('are served overhead within some tens of milliseconds while the fleet has room', () => {
    const [, sydney] = tripsAt({ load: 0.001 });
    expect(sydney!.median_s).toBeGreaterThan(of.access_s + (2 * shell.slant_m) / 3e8);
    expect(sydney!.median_s).toBeLessThan(0.06);
    expect(sydney!.served).toBeCloseTo(1, 6);
  });

  it('wait longer where many ask and the fleet is full', () => {
    const [light] = tripsAt({});
    const [full, small] = tripsAt({ load: 0.95 });
    expect(full!.median_s).toBeGreaterThan(1.5 * light!.median_s);
    expect(full!.late_s).toBeGreaterThan(full!.median_s);
    expect(small!.median_s).toBeLessThan(full!.median_s);
  });

  it('beyond the shell come in over relays, later by the way there', () => {
    const [, sydney, far] = tripsAt({});
    expect(far!.median_s).toBeGreaterThan(sydney!.median_s);
  });

  it('are left waiting when they ask for more than there is', () => {
    const served = tripsAt({ load: 3 }).map((trip) => trip.served * trip.asked);
    expect(served.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 3);
  });

  it('queue longer on fuller links', () => {
    const [idle] = tripsAt({});
    const [busy] = tripsAt({ shells: [{ ...shell, fullness: 0.98 }] });
    expect(busy!.late_s).toBeGreaterThan(idle!.late_s);
  });
});

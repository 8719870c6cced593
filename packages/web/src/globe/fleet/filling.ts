/**
 * Which places of a shell have a satellite. Launches fill all planes evenly, as the model takes it: places have an
 * order that goes round the planes, each time to another slot, and satellites stand in it one after another, the oldest
 * first. What retires frees places behind, what is launched takes places ahead; the last place is followed by the first.
 */
export interface Filling {
  readonly planes: number;
  readonly perPlane: number;
  /** From one round over the planes to the next a plane's slot moves on by so many. */
  readonly stride: number;
  /** By which the stride is undone, modulo the slots. */
  readonly backStride: number;
  /** Slots by which each plane's first satellite stands ahead of the plane before. */
  readonly shift: number;
  /** Place of the oldest satellite. */
  readonly start: number;
  /** Months count expected satellites and may have a few more than there are places: those fly as spares beside others. */
  readonly count: number;
}

/** Where a satellite flies; both count from 0. */
export interface Place {
  readonly plane: number;
  readonly slot: number;
}

/** `placed` is the number of satellites that ever entered service. */
export function fillingOf(planes: number, perPlane: number, count: number, placed: number): Filling {
  const capacity = planes * perPlane;
  const stride = evenStride(perPlane);
  return {
    planes,
    perPlane,
    stride,
    backStride: inverse(stride, perPlane),
    shift: Math.round(perPlane * silver),
    start: modulo(Math.round(placed) - count, capacity),
    count,
  };
}

/** Place of a satellite, which count from the oldest, 0. */
export function placeAt({ planes, perPlane, stride, shift, start }: Filling, index: number): Place {
  const place = (start + index) % (planes * perPlane);
  const plane = place % planes;
  return { plane, slot: (Math.floor(place / planes) * stride + plane * shift) % perPlane };
}

/** The satellite at a place, −1 where there is none. */
export function satelliteAt(filling: Filling, { plane, slot }: Place): number {
  const { planes, perPlane, backStride, shift, start, count } = filling;
  const round = modulo((slot - plane * shift) * backStride, perPlane);
  const index = modulo(round * planes + plane - start, planes * perPlane);
  return index < count ? index : -1;
}

const golden = (Math.sqrt(5) - 1) / 2;
/** Not the golden section, by which slots go: planes would fall on each other's places. */
const silver = Math.SQRT2 - 1;

/**
 * A step coprime to the number of slots and near its golden section: any slots taken one after another lie nearly
 * evenly on the circle, and all are taken in the end.
 */
export function evenStride(slots: number): number {
  const wish = Math.max(1, Math.round(slots * golden));
  for (let away = 0; away < slots; away++) {
    for (const stride of [wish - away, wish + away]) {
      if (stride >= 1 && stride <= slots && commonDivisor(stride, slots) === 1) return stride;
    }
  }
  return 1;
}

/** The number by which a stride is undone, modulo the slots. */
function inverse(stride: number, slots: number): number {
  let [a, b, x, y] = [stride % slots, slots, 1, 0];
  while (a > 1) {
    const whole = Math.floor(a / b);
    [a, b] = [b, a % b];
    [x, y] = [y, x - whole * y];
  }
  return modulo(x, slots);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

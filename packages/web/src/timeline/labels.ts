/** A mark on a line, in pixels, and how wide its label is. */
export interface Mark {
  readonly at: number;
  readonly width: number;
}

/** Where a label stands: its left edge in pixels, and its lane, the lowest first. */
export interface Placed {
  readonly left: number;
  readonly lane: number;
}

/** Pixels between labels of a lane. */
const gap = 10;
/** A label stands right of its mark, or left of it, this far away. */
const beside = 5;

/**
 * Finds every label a place in one of some lanes, so that none covers another or another's stem and all lie within
 * the width; undefined for those that find none. Marks that come first are served first.
 */
export function placeLabels(marks: readonly Mark[], width: number, lanes: number): (Placed | undefined)[] {
  const placed: (Placed | undefined)[] = [];
  for (const [index, mark] of marks.entries()) {
    const found = placesOf(mark, lanes).find(
      (place) =>
        place.left >= 0 &&
        place.left + mark.width <= width &&
        placed.every((other, at) => !other || isClear(place, mark, other, marks[at] as Mark)) &&
        clearOfStems(place, mark, marks, index) &&
        readsAsOwn(place, mark, marks, index),
    );
    placed.push(found);
  }
  return placed;
}

function placesOf({ at, width }: Mark, lanes: number): Placed[] {
  return Array.from({ length: lanes }, (_, lane) => [
    { left: at + beside, lane },
    { left: at - beside - width, lane },
  ]).flat();
}

/** Two labels of a lane leave a gap; a stem goes down from its label and must not cross one below. */
function isClear(place: Placed, mark: Mark, other: Placed, otherMark: Mark): boolean {
  if (place.lane === other.lane) {
    return place.left + mark.width + gap <= other.left || other.left + otherMark.width + gap <= place.left;
  }
  const [upper, lower, stem, width] =
    place.lane > other.lane
      ? [place, other, mark.at, otherMark.width]
      : [other, place, otherMark.at, mark.width];
  return upper.lane <= lower.lane || stem < lower.left - 2 || stem > lower.left + width + 2;
}

/** A label left of its mark does not begin beside another mark, whose own it would seem to be. */
function readsAsOwn({ left }: Placed, { at }: Mark, marks: readonly Mark[], own: number): boolean {
  if (left > at) return true;
  return marks.every((mark, index) => index === own || mark.at > left || left - mark.at > 2 * gap);
}

/** Nobody's mark lies under a label's first letters but its own. */
function clearOfStems({ left, lane }: Placed, { width }: Mark, marks: readonly Mark[], own: number): boolean {
  if (lane > 0) return true;
  return marks.every((mark, index) => index === own || mark.at < left - 2 || mark.at > left + width + 2);
}

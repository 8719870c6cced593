import { BrokenInvariant } from '../outcome/invariant.ts';
import { parseUnit, type Unit } from './unit.ts';

/** A name as code writes it, split: `arrayArea_m2` is `arrayArea` in `m2`. */
export interface UnitName {
  /** The part before the unit, as plans and catalogue write it. */
  readonly bare: string;
  /** The unit in text, as `parseUnit` reads it: `USD/kg`. Empty when dimensionless. */
  readonly unitText: string;
  readonly unit: Unit;
}

/**
 * Reads the unit out of a name: what follows the last `_`, joined by `per`, where a leading `per` divides and
 * `S` after it is the second: `rate_perS`, `price_USD2026perkg`, `flux_Wperm2`. USD2026 (real) and USD (nominal)
 * are one dimension.
 */
export function unitOfName(name: string): UnitName {
  let known = names.get(name);
  if (known === undefined) {
    known = readName(name);
    names.set(name, known);
  }
  return known;
}

/** Names are few and asked for with every plan that is compiled. */
const names = new Map<string, UnitName>();

function readName(name: string): UnitName {
  const cut = name.lastIndexOf('_');
  if (cut < 0) return { bare: name, unitText: '', unit: parsed('', name) };
  const unitText = name
    .slice(cut + 1)
    .replaceAll('USD2026', 'USD')
    .split('per')
    .map((part, index) => (index > 0 && part === 'S' ? 's' : part === '' ? '1' : part))
    .join('/');
  return { bare: name.slice(0, cut), unitText, unit: parsed(unitText, name) };
}

function parsed(unitText: string, name: string): Unit {
  const unit = parseUnit(unitText);
  if ('unknown' in unit) throw new BrokenInvariant(`the name ${name} ends in a known unit`);
  return unit;
}

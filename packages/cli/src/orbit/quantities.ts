import { readInstant_d } from '@kardashev/model/time/scales.ts';
import { readQuantity } from '@kardashev/model/units/quantity.ts';
import { unitOfName } from '@kardashev/model/units/suffix.ts';
import { refuse } from './faults.ts';

/** Parses an option's quantity into the unit that `name` ends in: `650km` for `altitude_m` is 650000. */
export function quantity(option: string, name: string, example: string) {
  const { unit, unitText } = unitOfName(name);
  return (text: string): number => {
    const read = readQuantity(text, unit, unitText);
    if (read.ok) return read.value;
    return refuse(
      read.reason === 'unit' ? 'command/unknown-unit' : 'command/quantity',
      option,
      `${option} cannot be read.`,
      `${read.cause}.`,
      `Write a number with its unit, such as ${option} ${example}.`,
    );
  };
}

/** A quantity that must lie within limits in SI, both included; `wanted` says them for people. */
export function within(
  option: string,
  name: string,
  example: string,
  [least, most]: readonly [number, number],
  wanted: string,
) {
  const read = quantity(option, name, example);
  return (text: string): number => {
    const value = read(text);
    if (value >= least && value <= most) return value;
    return refuse(
      'command/quantity',
      option,
      `${option} cannot be ${text}.`,
      `Wanted is ${wanted}.`,
      `Write, for example, ${option} ${example}.`,
    );
  };
}

/** A number without unit between two limits. */
export function number(option: string, least: number, most: number) {
  return (text: string): number => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (value >= least && value <= most) return value;
    return refuse(
      'command/quantity',
      option,
      `${option} cannot be ${text}.`,
      `Wanted is a number from ${least} to ${most}, without unit.`,
      `Write ${option} with such a number.`,
    );
  };
}

/** A share from none to all, as 0.05 or 5%. */
export function share(option: string) {
  return (text: string): number => {
    const [, digits = '', percent] = /^([\d.eE+-]+)\s*(%?)$/.exec(text.trim()) ?? [];
    const value = digits === '' ? Number.NaN : Number(digits) / (percent === '%' ? 100 : 1);
    if (value >= 0 && value <= 1) return value;
    return refuse(
      'command/quantity',
      option,
      `${option} cannot be ${text}.`,
      'Wanted is a share from 0 to 1, or from 0 to 100 %.',
      `Write, for example, ${option} 0.05 or ${option} 5%.`,
    );
  };
}

/** `18:00` as hours. */
export function localTime_h(text: string): number {
  const [, hour, minute, second = '0'] = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/.exec(text.trim()) ?? [];
  const value = Number(hour) + Number(minute) / 60 + Number(second) / 3600;
  if (hour !== undefined && value < 24 && Number(minute) < 60 && Number(second) < 60) return value;
  return refuse(
    'command/quantity',
    '--ltan',
    `--ltan cannot be ${text}.`,
    'The local time of the ascending node is a time of day.',
    'Write --ltan 18:00.',
  );
}

/** An instant in UTC, in days since J2000. */
export function instant(option: string) {
  return (text: string): number =>
    readInstant_d(text) ??
    refuse(
      'command/instant',
      option,
      `${option} cannot be ${text}.`,
      'It is no instant of UTC.',
      `Write ${option} 2024-08-22T12:00:00Z.`,
    );
}

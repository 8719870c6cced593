import type { Case } from '../case.ts';

/** None yet: the room models looks and bits, and the reference cases are about what the pictures and posts say. */
export const dataCases: readonly Case[] = [];

/**
 * An index and a level (0 … 10) in one number: a KSA and the level that a programme raises it to, or a programme and
 * the level that it raises a KSA to. There are tens of thousands in a catalogue and each is read for each worker;
 * whole numbers in an array are read several times as fast as objects.
 */
export type AtLevel = number;

export const atLevel = (index: number, level: number): AtLevel => index * 16 + level;

export const indexOf = (pair: AtLevel): number => pair >> 4;

export const levelOf = (pair: AtLevel): number => pair & 15;

import { percentDown } from '#domain';

const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** Numbers to twelve as words, as a sentence wants them. */
export function inWords(count: number): string {
  return WORDS[count] ?? String(count);
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${inWords(count)} ${count === 1 ? one : many}`;
}

export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Scale labels stand inside sentences; only an abbreviation keeps its capitals. */
export function lower(label: string): string {
  return /^[A-Z][^A-Z]*$/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** Tenths of a percent, rounded down: 100.0 is only ever shown for the whole. */
export function tenthsDown(numerator: number, denominator: number): number {
  return Math.round(Number(percentDown(numerator, denominator, 1)) * 10);
}

export function percentWhole(numerator: number, denominator: number): number {
  return Number(percentDown(numerator, denominator));
}

/** Points of 100 from tenths: 590 is "59.0". */
export function points(tenths: number): string {
  return (tenths / 10).toFixed(1);
}

// Written out: Intl's British "Sept" is the one month that would be longer than the others.
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

const writtenDay = (year: number, month: number, date: number) => `${date} ${MONTHS[month] ?? ''} ${year}`;

/** A day as it is written; a point in time is the reader's day. */
export function day(iso: string): string {
  const dateOnly = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  if (dateOnly !== null) return writtenDay(Number(dateOnly[1]), Number(dateOnly[2]) - 1, Number(dateOnly[3]));
  const date = new Date(iso);
  return writtenDay(date.getFullYear(), date.getMonth(), date.getDate());
}

export function dayAndTime(iso: string): string {
  return `${day(iso)}, ${timeFormat.format(new Date(iso))}`;
}

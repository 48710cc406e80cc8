import { z } from 'zod';

/** What a zod issue says, to whoever typed it: read behind the name of the field. A schema's own words go before. */
export function issueWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return absent(issue.input) ?? TYPES[issue.expected] ?? numberWanted(issue.inst);
    case 'invalid_value':
      return absent(issue.input) ?? `is none of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'is not of the form that is asked for';
    case 'too_small':
      if (!isSized(issue.origin))
        return `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
      return issue.minimum === 1 ? 'is empty' : `has fewer than ${issue.minimum} ${UNITS[issue.origin]}`;
    case 'too_big':
      return isSized(issue.origin)
        ? `has more than ${issue.maximum} ${UNITS[issue.origin]}`
        : `must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`;
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    default:
      return OTHERWISE;
  }
}

const UNITS = { string: 'characters', array: 'entries' } as const;

const isSized = (origin: string): origin is keyof typeof UNITS => Object.hasOwn(UNITS, origin);

const absent = (input: unknown): string | undefined =>
  input === undefined ? 'is missing' : input === null ? 'is empty' : undefined;

/** With the limits that it would have had to keep as well. */
function numberWanted(schema: unknown): string {
  if (!(schema instanceof z.ZodNumber)) return OTHERWISE;
  const { format, minValue, maxValue } = schema;
  const wanted = format === null ? 'must be a number' : 'must be a whole number';
  return isLimit(minValue) && isLimit(maxValue) ? `${wanted} from ${minValue} to ${maxValue}` : wanted;
}

const isLimit = (number: number | null): boolean => Math.abs(number ?? Infinity) < Number.MAX_SAFE_INTEGER;

const OTHERWISE = 'is not what is asked for';

const TYPES: Readonly<Record<string, string>> = {
  string: 'must be text',
  boolean: 'is neither true nor false',
  object: 'is not an object',
  record: 'is not an object',
  array: 'is not a list',
  tuple: 'is not a list',
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'is no UUID',
  url: 'is no address (URL)',
  email: 'is no e-mail address',
  date: 'is no day as 2026-06-01',
  datetime: 'is no time as 2026-06-01T12:00:00Z',
};

import { UnsupportedMediaTypeException } from '@nestjs/common';
import { Refusal } from '#platform/problem/refusal';
import type { FileProblem } from './reading/file-problems.ts';

const MOST_TOLD = 100;

export const fileTooLarge = (most: number) =>
  new Refusal('too-large', 'file-too-large', `A file may have ${most / 1024 / 1024} MB.`);

export const fileMissing = () =>
  new Refusal('invalid', 'file-missing', 'Send the file as the body of the request.');

export const typeUnknown = () =>
  new UnsupportedMediaTypeException(
    'A release is JSON (application/json), CSV (text/csv, or application/zip of several) or XLSX.',
  );

/** The first of them; a dry run lists all. */
export const fileHasProblems = (count: number, problems: readonly FileProblem[]) =>
  new Refusal(
    'invalid',
    'release-file-not-sound',
    `The file has ${count === 1 ? 'one problem' : `${count} problems`}; nothing was imported.`,
    problems.slice(0, MOST_TOLD).map(({ sheet, row, column, at, problem }) => ({
      pointer:
        at?.startsWith('/') === true
          ? at
          : `/${[sheet ?? 'file', row, column].filter((part) => part !== null).join('/')}`,
      detail: problem,
    })),
  );

export const tableOfCsvAlone = () =>
  new Refusal('invalid', 'table-of-csv-alone', 'One table by itself comes as CSV.', [
    { pointer: '?table', detail: 'goes with format=csv' },
  ]);

/** Where a release's files are wrong, in the words of whoever has to mend them. */
export interface Fault {
  readonly file: string;
  /** 1 is the header line; a record that spans lines is named by its first. */
  readonly line: number;
  /** 1 is the first field of the record. */
  readonly column: number;
  readonly reason: string;
}

const SHOWN = 20;

export class MalformedRelease extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const shown = faults.slice(0, SHOWN).map(inWords);
    if (faults.length > SHOWN) shown.push(`and ${faults.length - SHOWN} more`);
    super(`The release was not loaded:\n${shown.join('\n')}`);
    this.name = 'MalformedRelease';
    this.faults = faults;
  }
}

const inWords = (fault: Fault) =>
  `${fault.file}, line ${fault.line}, column ${fault.column}: ${fault.reason}`;

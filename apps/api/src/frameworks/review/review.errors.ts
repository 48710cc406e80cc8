import { type FieldError, Refusal } from '#platform/problem/refusal';

export const approvalsMissing = (approved: number, needed: number) =>
  new Refusal(
    'conflict',
    'approvals-missing',
    `${needed} persons must approve what is published; ${approved} ${approved === 1 ? 'has' : 'have'}.`,
  );

export const faultsOpen = (errors: readonly FieldError[]) =>
  new Refusal('conflict', 'release-has-faults', 'The release fails its checks.', errors);

export const numbersExhausted = (needed: number, left: number) =>
  new Refusal(
    'conflict',
    'ksa-numbers-exhausted',
    `The release has ${needed} new KSAs; an installation can number ${left} more.`,
  );

export const releaseLeftOut = (releases: readonly { readonly label: string }[]) =>
  new Refusal(
    'conflict',
    'release-left-out',
    `Published after this release began, and not in it: ${releases.map(({ label }) => label).join(', ')}. Say which you leave out, or begin a draft from the newest.`,
    releases.map(({ label }) => ({
      pointer: '/leavesOut',
      detail: `does not name release ${label}`,
    })),
  );

export const revisionChanged = () =>
  new Refusal(
    'precondition-failed',
    'edited-meanwhile',
    'The release is not the one that you have read. Read it again before you approve it.',
  );

export const retiredIsLast = () =>
  new Refusal(
    'conflict',
    'last-published-release',
    'Role profiles begin from this release: publish another one first.',
  );

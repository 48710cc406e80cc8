import { longestCode } from '#domain';
import { type FieldError, Refusal } from '#platform/problem/refusal';

export const frameworkNotFound = () =>
  new Refusal('not-found', 'framework-not-found', 'There is no such framework.');

export const frameworkExists = () =>
  new Refusal('conflict', 'framework-exists', 'Another framework has this address.', [
    { pointer: '/uri', detail: 'is another framework’s' },
  ]);

export const labelTaken = (label: string) =>
  new Refusal('conflict', 'release-label-taken', `The framework has a release ${label} already.`, [
    { pointer: '/label', detail: 'is taken' },
  ]);

export const baseOfAnotherFramework = () =>
  new Refusal('invalid', 'base-of-another-framework', 'A draft begins from a release of its own framework.', [
    { pointer: '/basedOn', detail: 'is of another framework' },
  ]);

export const notADraft = (state: string) =>
  new Refusal('conflict', 'release-not-draft', `Only a draft can be edited; this release is ${state}.`);

export const notInState = (state: string, wanted: string) =>
  new Refusal('conflict', 'release-in-another-state', `The release is ${state}, not ${wanted}.`);

export const editedMeanwhile = () =>
  new Refusal(
    'precondition-failed',
    'edited-meanwhile',
    'Somebody has edited this since you read it. Read it again and repeat what you still want to change.',
  );

export const codeTaken = (code: string, pointer = '/code') =>
  new Refusal('conflict', 'code-taken', `Another item of the draft has the code ${code}.`, [
    { pointer, detail: 'is taken' },
  ]);

export const codeTooLong = (code: string, pointer: string) =>
  new Refusal('invalid', 'code-too-long', `${code} would have more than ${longestCode} characters.`, [
    { pointer, detail: 'makes a code that is too long' },
  ]);

export const wrongParent = (kind: string, under: string, pointer = '/parentId') =>
  new Refusal('invalid', 'wrong-parent', `A ${kind} cannot stand under ${under}.`, [
    { pointer, detail: 'is no parent for it' },
  ]);

export const ofAnotherRelease = (pointer: string) =>
  new Refusal('invalid', 'of-another-release', 'Everything named must be of the draft that is edited.', [
    { pointer, detail: 'is not in this draft' },
  ]);

export const replacedByItself = () =>
  new Refusal(
    'invalid',
    'replaced-by-itself',
    'What stands in for something must be there when that is not.',
    [{ pointer: '/replacedBy', detail: 'is what is retired, or held by it' }],
  );

export const notASibling = () =>
  new Refusal('invalid', 'not-a-sibling', 'An item is put before one of those that it stands beside.', [
    { pointer: '/before', detail: 'stands under another parent, or is the item itself' },
  ]);

export const underItself = () =>
  new Refusal('invalid', 'item-under-itself', 'An item cannot stand under itself or what it holds.', [
    { pointer: '/parentId', detail: 'is held by the item' },
  ]);

export const holdsOthers = (code: string, pointer = '') =>
  new Refusal(
    'conflict',
    'item-holds-others',
    `${code} holds other items: move, merge or retire them first, or retire them with it.`,
    pointer === '' ? [] : [{ pointer, detail: 'holds other items' }],
  );

export const nothingToRestore = () =>
  new Refusal('invalid', 'nothing-to-restore', 'The release that the draft began from has no such item.', [
    { pointer: '/lineage', detail: 'is not in it' },
  ]);

export const isStillThere = () =>
  new Refusal('conflict', 'item-still-there', 'The draft has this item still.');

export const parentGone = () =>
  new Refusal(
    'conflict',
    'parent-gone',
    'What the item stood under is gone from the draft: restore that first.',
  );

export const mixedKinds = (pointer: string) =>
  new Refusal('invalid', 'mixed-kinds', 'Only an item of the same kind can take the place of another.', [
    { pointer, detail: 'are of several kinds' },
  ]);

export const occupationTaken = () =>
  new Refusal('conflict', 'occupation-taken', 'The area has an occupation of this title already.', [
    { pointer: '/title', detail: 'is taken' },
  ]);

export const areaUnknown = (code: string) =>
  new Refusal('invalid', 'technology-area-unknown', `The draft has no technology area ${code}.`, [
    { pointer: '/technologyArea', detail: 'is not in this draft' },
  ]);

export const areaInUse = (code: string) =>
  new Refusal('conflict', 'technology-area-in-use', `Occupations of the draft are in the area ${code}.`);

export const areaTaken = ({ code, name }: { readonly code: string; readonly name: string }) =>
  new Refusal('conflict', 'technology-area-taken', `The draft has an area ${code} already: ${name}.`, [
    { pointer: '/code', detail: 'is taken' },
  ]);

export const areaEdited = (name: string | null) =>
  new Refusal(
    'conflict',
    'technology-area-edited-meanwhile',
    name === null
      ? 'Somebody has removed this area, or given it another code, since you read it.'
      : `Somebody has edited this area since you read it: it is called ${name} now.`,
    [{ pointer: '/was', detail: 'is not what it is called' }],
  );

export const areaNotFound = () =>
  new Refusal('not-found', 'technology-area-not-found', 'The release has no such technology area.');

export const cellsChanged = (errors: readonly FieldError[]) =>
  new Refusal(
    'conflict',
    'selections-edited-meanwhile',
    'Somebody has edited these cells since you read them; none was changed.',
    errors,
  );

export const cellsUnknown = (errors: readonly FieldError[]) =>
  new Refusal('invalid', 'selections-of-nothing', 'A cell names what is not in the draft.', errors);

export const notComparable = () =>
  new Refusal(
    'invalid',
    'nothing-to-compare-with',
    'The release began empty: name the one to compare with.',
    [{ pointer: '?from', detail: 'is needed' }],
  );

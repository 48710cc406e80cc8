import { OvertakenNotice } from '../../curation/OvertakenNotice.tsx';
import { WordMarks } from '../../curation/WordMarks.tsx';
import type { Item, ItemDetail } from '../../providers/records.ts';
import { useText } from '../../providers/useText.ts';
import { changedFields, inTree, wordingOf } from './itemWording.ts';

/** What somebody else has made of it while this form was open; what was typed here is still there. */
export function Overtaken({ opened, theirs }: { opened: ItemDetail; theirs: ItemDetail | null }) {
  const text = useText();
  if (theirs === null) return null;
  const [was, is] = [wordingOf(opened), wordingOf(theirs)];
  const told = (value: string | boolean) =>
    typeof value === 'string' ? value : text(value ? 'framework.editing.yes' : 'framework.editing.no');
  return (
    <OvertakenNotice>
      {changedFields(was, is).map((field) => (
        <p className="log-field" key={field}>
          <span className="hint">{text(`curation.fields.${field}`)}</span>{' '}
          <WordMarks before={told(was[field])} after={told(is[field])} />
        </p>
      ))}
      {opened.occupations.length !== theirs.occupations.length && (
        <p className="log-field">
          {text('framework.selectedBy', { smart_count: theirs.occupations.length })}
        </p>
      )}
      {opened.parentId !== theirs.parentId && (
        <p className="log-field">
          {text('framework.editing.nowUnder', { name: theirs.ancestors.at(-1)?.title ?? '–' })}
        </p>
      )}
    </OvertakenNotice>
  );
}

/** Of several items: each that is worded otherwise, is new among them, or is there no more. */
export function SeveralOvertaken({ opened, theirs }: { opened: readonly Item[]; theirs: readonly Item[] }) {
  const before = new Map(opened.map((item) => [item.id, item]));
  const now = new Map(theirs.map((item) => [item.id, item]));
  const told = [...new Set([...before.keys(), ...now.keys()])].filter(
    (id) => before.get(id)?.version !== now.get(id)?.version,
  );
  return (
    <OvertakenNotice>
      {told.map((id) => {
        const [was, is] = [before.get(id), now.get(id)];
        return (
          <p className="log-field" key={id}>
            <WordMarks
              before={was === undefined ? '' : inTree(was)}
              after={is === undefined ? '' : inTree(is)}
            />
            {was !== undefined && is !== undefined && was.definition !== is.definition && (
              <>
                {' · '}
                <WordMarks before={was.definition ?? ''} after={is.definition ?? ''} />
              </>
            )}
          </p>
        );
      })}
    </OvertakenNotice>
  );
}

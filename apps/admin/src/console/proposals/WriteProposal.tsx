import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCuration } from '../curation/useCuration.ts';
import { FormDialog } from '../layout/Dialog.tsx';
import { CheckField, TextField } from '../layout/Field.tsx';
import { formErrorsOf } from '../providers/problem.ts';
import { useMe } from '../providers/MeContext.tsx';
import type { Item, ProposalDetail } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

type Named = Pick<Item, 'id' | 'code' | 'title'>;

/** What is written about: an item, or something that is missing, under an item or anywhere in a release. */
export type ProposalSubject =
  | { what: 'comment' | 'change'; item: Named }
  | { what: 'missing'; parent: Named }
  | { what: 'missing'; releaseId: string };

interface WriteProposalProps {
  subject: ProposalSubject;
  close: () => void;
  done?: (proposal: ProposalDetail) => void;
}

export function WriteProposal({ subject, close, done }: WriteProposalProps) {
  const text = useText();
  const notify = useNotify();
  const me = useMe();
  const write = useCuration<ProposalDetail>();
  const [values, setValues] = useState({ title: '', definition: '', says: '' });
  const [named, setNamed] = useState(true);
  const { what } = subject;
  const about = 'item' in subject ? subject.item : 'parent' in subject ? subject.parent : null;
  const errors = formErrorsOf(write.error);
  const field = (name: keyof typeof values) => ({
    value: values[name],
    change: (value: string) => setValues({ ...values, [name]: value }),
    error: errors?.[name],
  });
  const submit = () =>
    write.mutate(
      {
        method: 'POST',
        path: '/api/proposals',
        body: {
          kind: what === 'comment' ? 'comment' : 'proposal',
          ...('item' in subject ? { itemId: subject.item.id } : {}),
          ...('parent' in subject ? { parentId: subject.parent.id } : {}),
          ...('releaseId' in subject ? { releaseId: subject.releaseId } : {}),
          ...(values.title.trim() === '' ? {} : { title: values.title }),
          ...(values.definition.trim() === '' ? {} : { definition: values.definition }),
          says: values.says,
          named,
        },
      },
      {
        onSuccess: ({ data }) => {
          notify(text('proposals.written'), { type: 'success' });
          close();
          done?.(data);
        },
      },
    );
  return (
    <FormDialog
      title={text(`proposals.write.${what}`)}
      label={text('proposals.send')}
      submit={submit}
      pending={write.isPending}
      error={write.error}
      close={close}
      wide
    >
      {about !== null && (
        <p className="hint">
          {text(what === 'missing' ? 'proposals.writeUnder' : 'proposals.writeAbout', {
            name: `${about.code} ${about.title}`,
          })}
        </p>
      )}
      {what !== 'comment' && (
        <>
          <TextField
            label={text(what === 'missing' ? 'proposals.fields.title' : 'proposals.fields.newTitle')}
            {...field('title')}
            maxLength={300}
            required={what === 'missing'}
          />
          <TextField
            label={text(
              what === 'missing' ? 'proposals.fields.definition' : 'proposals.fields.newDefinition',
            )}
            {...field('definition')}
            rows={3}
          />
        </>
      )}
      <TextField
        label={text(what === 'comment' ? 'proposals.fields.comment' : 'proposals.fields.why')}
        {...field('says')}
        rows={4}
        maxLength={4000}
        required
      />
      <CheckField
        label={text('proposals.fields.named', { name: me.name, organisation: me.organisation.name })}
        hint={text('proposals.hints.named')}
        checked={named}
        change={setNamed}
      />
    </FormDialog>
  );
}

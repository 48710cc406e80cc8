import { useState } from 'react';
import { useNotify } from 'react-admin';
import { lower } from '../../look/numbers.ts';
import { useCuration } from '../curation/useCuration.ts';
import { ItemPicker } from '../framework/editing/ItemPicker.tsx';
import { FormDialog } from '../layout/Dialog.tsx';
import { ChoiceField, TextField } from '../layout/Field.tsx';
import { useItems, useReleases } from '../providers/queries.ts';
import { formErrorsOf } from '../providers/problem.ts';
import type { ProposalDetail } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

interface DecideProposalProps {
  proposal: ProposalDetail;
  state: 'accepted' | 'declined';
  close: () => void;
}

const NOWHERE = 'nowhere';

/** With why; an accepted item that is missing can be added to a draft at once. */
export function DecideProposal({ proposal, state, close }: DecideProposalProps) {
  const text = useText();
  const notify = useNotify();
  const decide = useCuration();
  const { data: releases = [] } = useReleases();
  const drafts = releases.filter((release) => release.state === 'draft');
  const mayAdd = state === 'accepted' && proposal.isNewItem && drafts.length > 0;
  const [why, setWhy] = useState('');
  const [draftId, setDraft] = useState(NOWHERE);
  const [title, setTitle] = useState(proposal.title ?? '');
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const { data: items = [] } = useItems(draftId === NOWHERE ? undefined : draftId, true);
  const proposed = items.find(({ lineage }) => lineage === proposal.item?.lineage);
  const [parentId] = chosen ?? (proposed === undefined ? [] : [proposed.id]);
  const parents = items.filter(({ kind }) => kind === 'sub-competency');
  const isParent = parents.some(({ id }) => id === parentId);
  const errors = formErrorsOf(decide.error);
  const submit = () =>
    decide.mutate(
      {
        method: 'POST',
        path: `/api/proposals/${proposal.id}/decide`,
        body: {
          state,
          why,
          ...(draftId === NOWHERE
            ? {}
            : {
                add: {
                  releaseId: draftId,
                  parentId: parentId ?? null,
                  title,
                  definition: proposal.definition,
                  reason,
                },
              }),
        },
      },
      {
        onSuccess: () => {
          notify(text('proposals.decided'), { type: 'success' });
          close();
        },
      },
    );
  return (
    <FormDialog
      title={text(`proposals.decide.${proposal.kind}.${state}`)}
      label={text(`proposals.decide.${proposal.kind}.${state}`)}
      submit={submit}
      pending={decide.isPending}
      disabled={draftId !== NOWHERE && !isParent}
      error={decide.error}
      close={close}
      wide
    >
      <TextField
        label={text('proposals.fields.decision')}
        value={why}
        change={setWhy}
        error={errors?.['why']}
        hint={text('proposals.hints.decision')}
        rows={3}
        maxLength={2000}
      />
      {mayAdd && (
        <ChoiceField
          label={text('proposals.fields.addTo')}
          value={draftId}
          change={(id) => {
            setDraft(id);
            setChosen(null);
          }}
          choices={[
            { value: NOWHERE, label: text('proposals.addNowhere') },
            ...drafts.map(({ id, label, framework }) => ({
              value: id,
              label: `${text('releases.release', { label })} · ${framework}`,
            })),
          ]}
        />
      )}
      {mayAdd && draftId !== NOWHERE && (
        <>
          <TextField
            label={text('curation.fields.title')}
            value={title}
            change={setTitle}
            error={errors?.['add']}
            maxLength={300}
            required
          />
          <ItemPicker
            label={text('framework.editing.moveUnder', {
              kind: lower(text('framework.kinds.sub-competency')),
            })}
            items={parents}
            chosen={isParent && parentId !== undefined ? [parentId] : []}
            change={setChosen}
            single
          />
          <TextField
            label={text('proposals.fields.reason')}
            value={reason}
            change={setReason}
            hint={text('proposals.hints.reason')}
            rows={2}
            maxLength={2000}
          />
        </>
      )}
    </FormDialog>
  );
}

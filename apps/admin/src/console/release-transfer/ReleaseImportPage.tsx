import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { AccessDenied } from '../layout/dead-ends.tsx';
import { ChoiceField, TextField } from '../layout/Field.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { ReleaseImport } from '../providers/records.ts';
import { useForget } from '../providers/useForget.ts';
import { useText } from '../providers/useText.ts';
import { useFrameworks } from '../releases/releaseQueries.ts';
import { acceptedEndings, typeOf } from './importModel.ts';
import { Rehearsed } from './Rehearsed.tsx';
import { type ImportChoice, sendFile } from './sendFile.ts';
import './transfer.css';

const CRUMBS = { to: '/releases' } as const;

/** A release from a file: looked through first, and brought in as a draft once nothing is wrong with it. */
export default function ReleaseImportPage() {
  const mayCurate = useMay('releases', 'create');
  return mayCurate ? <ImportForm /> : <AccessDenied />;
}

function ImportForm() {
  const text = useText();
  const navigate = useNavigate();
  const readAnew = useForget('releases', 'frameworks');
  const frameworks = useFrameworks();
  const [file, setFile] = useState<File | null>(null);
  const [choice, setChoice] = useState<ImportChoice>({ frameworkId: '', label: '' });
  const type = file === null ? null : typeOf(file.name);

  const rehearsal = useMutation<ReleaseImport, unknown, { file: File; type: string }>({
    mutationFn: (chosen) => sendFile(chosen.file, chosen.type, choice, true),
  });
  const bringing = useMutation<ReleaseImport, unknown, { file: File; type: string }>({
    mutationFn: (chosen) => sendFile(chosen.file, chosen.type, choice, false),
    onSuccess: async ({ release }) => {
      await readAnew();
      if (release !== null) void navigate(`/releases/${release.id}`);
    },
  });
  /** What was found is of another file, or of another place to put it, from now on. */
  const forget = () => {
    rehearsal.reset();
    bringing.reset();
  };
  const change = (changed: Partial<ImportChoice>) => {
    forget();
    setChoice({ ...choice, ...changed });
  };
  const isBusy = rehearsal.isPending || bringing.isPending;
  const failed = rehearsal.error ?? bringing.error;

  return (
    <Page
      title={text('transfer.import')}
      provenance={text('transfer.provenance')}
      crumbs={[{ ...CRUMBS, label: text('releases.title') }]}
    >
      <form
        className="form stack"
        onSubmit={(event) => {
          event.preventDefault();
          bringing.reset();
          if (file !== null && type !== null) rehearsal.mutate({ file, type });
        }}
      >
        <div className="field field-whole">
          <label htmlFor="release-file">{text('transfer.file')}</label>
          <input
            id="release-file"
            type="file"
            required
            accept={acceptedEndings}
            disabled={isBusy}
            aria-describedby="release-file-hint"
            aria-invalid={file !== null && type === null}
            onChange={({ target }) => {
              forget();
              setFile(target.files?.[0] ?? null);
            }}
          />
          <span id="release-file-hint" className={file !== null && type === null ? 'field-problem' : 'hint'}>
            {text(file !== null && type === null ? 'transfer.otherType' : 'transfer.fileHint')}
          </span>
        </div>
        <ChoiceField
          label={text('transfer.framework')}
          value={choice.frameworkId}
          change={(frameworkId) => change({ frameworkId })}
          choices={[
            { value: '', label: text('transfer.filesFramework') },
            ...(frameworks.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          hint={text('transfer.frameworkHint')}
        />
        <TextField
          label={text('transfer.label')}
          value={choice.label}
          change={(label) => change({ label })}
          hint={text('transfer.labelHint')}
          maxLength={60}
        />
        <div className="actions">
          <button className="button" type="submit" disabled={type === null || isBusy}>
            {text(rehearsal.isPending ? 'transfer.checking' : 'transfer.check')}
          </button>
        </div>
      </form>
      <div aria-live="polite">
        {failed !== null && (
          <div className="section">
            <Failure error={failed} />
          </div>
        )}
        {rehearsal.data !== undefined && file !== null && type !== null && (
          <Rehearsed
            result={rehearsal.data}
            fileName={file.name}
            pending={bringing.isPending}
            bring={() => bringing.mutate({ file, type })}
          />
        )}
      </div>
    </Page>
  );
}

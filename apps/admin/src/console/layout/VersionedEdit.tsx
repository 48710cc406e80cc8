import { type ReactNode, type RefObject, useRef } from 'react';
import { EditBase, type Identifier, useEditContext, useNotify, useRedirect } from 'react-admin';
import { useParams } from 'react-router';
import { useHeldForEditing } from '../live/useHeldForEditing.ts';
import { formRecord } from '../providers/formRecord.ts';
import { inWords, preconditionFailed } from '../providers/problem.ts';
import { useText } from '../providers/useText.ts';
import { Failure } from './Notice.tsx';
import { Page } from './Page.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';

type Versioned<Edited> = Edited & { id: Identifier; version: number };

interface OpenedProps<Edited> {
  /** Of the page while it cannot be shown. */
  title: string;
  crumbs: readonly { to: string; label: string }[];
  /** @param version the one that the form opened with */
  children: (record: Versioned<Edited>, version: number) => ReactNode;
}

interface VersionedEditProps<Edited> extends OpenedProps<Edited> {
  resource: string;
  method?: 'PUT';
  /** What the API takes of the form. */
  transform: (form: never) => object;
  /** What shows the record elsewhere is read anew. */
  forget: () => Promise<unknown>;
  /** Where to go once it is saved. */
  then: 'list' | 'show';
  /** Somebody else was first. */
  overtaken: string;
}

/** Edits one record as it was when the form opened: an answer that comes later must not move its version. */
export function VersionedEdit<Edited extends object>({
  resource,
  method,
  transform,
  forget,
  then,
  overtaken,
  ...opened
}: VersionedEditProps<Edited>) {
  const text = useText();
  const { id = '' } = useParams();
  const notify = useNotify();
  const redirect = useRedirect();
  const version = useRef<number | undefined>(undefined);
  useHeldForEditing(resource, id);
  return (
    <EditBase<Versioned<Edited>>
      mutationMode="pessimistic"
      queryOptions={formRecord}
      transform={transform as (form: object) => object}
      mutationOptions={{
        get meta() {
          return { version: version.current, ...(method && { method }) };
        },
        onSuccess: async (record) => {
          await forget();
          notify(text('layout.saved'), { type: 'success' });
          redirect(then, resource, record.id);
        },
        onError: (error) => notify(preconditionFailed(error) ? overtaken : inWords(error), { type: 'error' }),
      }}
    >
      <Opened<Edited> version={version} {...opened} />
    </EditBase>
  );
}

function Opened<Edited extends object>({
  version,
  title,
  crumbs,
  children,
}: OpenedProps<Edited> & { version: RefObject<number | undefined> }) {
  const { record, error, refetch } = useEditContext<Versioned<Edited>>();
  if (error)
    return (
      <Page title={title} crumbs={crumbs}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (record === undefined) return <PageSkeleton />;
  version.current ??= record.version;
  return children(record, version.current);
}

import { useState } from 'react';
import { get } from '../../../api/client.ts';
import { etag, useCuration } from '../../curation/useCuration.ts';
import { preconditionFailed } from '../../providers/problem.ts';
import type { ItemDetail } from '../../providers/records.ts';

export interface ItemEdit<Result> {
  /** The item as it was when the form was opened: what is read later does not move it. */
  opened: ItemDetail;
  /** As another has made it meanwhile; null: nobody has. */
  theirs: ItemDetail | null;
  send: (
    edit: { action?: 'move' | 'split' | 'retire'; body: object },
    done: (result: Result) => void,
  ) => void;
  pending: boolean;
  /** What was refused for another reason. */
  error: unknown;
}

/** One edit of an item; when somebody else was first, theirs is read, and sending again is on top of theirs. */
export function useItemEdit<Result = unknown>(item: ItemDetail): ItemEdit<Result> {
  const [opened] = useState(item);
  const [theirs, setTheirs] = useState<ItemDetail | null>(null);
  const curation = useCuration<Result>();
  const send: ItemEdit<Result>['send'] = ({ action, body }, done) => {
    const path = `/api/items/${opened.id}`;
    curation.mutate(
      {
        method: action === undefined ? 'PATCH' : 'POST',
        path: action === undefined ? path : `${path}/${action}`,
        body,
        ifMatch: etag((theirs ?? opened).version),
      },
      {
        onSuccess: ({ data }) => done(data),
        onError: (error) => {
          if (preconditionFailed(error)) void get<ItemDetail>(path).then(setTheirs, () => undefined);
        },
      },
    );
  };
  const overtaken = preconditionFailed(curation.error);
  return {
    opened,
    theirs,
    send,
    pending: curation.isPending,
    error: overtaken && theirs !== null ? null : curation.error,
  };
}

import { useState } from 'react';
import { itemKinds } from '#domain';
import { lower } from '../../../look/numbers.ts';
import type { Item, ItemDetail } from '../../providers/records.ts';
import { useText } from '../../providers/useText.ts';
import { siblingsOf } from '../treeDrag.ts';
import { AddItem } from './AddItem.tsx';
import { MoveItem } from './MoveItem.tsx';
import { RetireItem } from './RetireItem.tsx';
import { RewordItem } from './RewordItem.tsx';
import { SplitItem } from './SplitItem.tsx';

type Action = 'child' | 'sibling' | 'reword' | 'move' | 'split' | 'retire';

interface ItemActionsProps {
  item: ItemDetail;
  items: readonly Item[];
  open: (itemId: string | null) => void;
}

/** Everything that can be done to an item of a draft, each by a button. */
export function ItemActions({ item, items, open }: ItemActionsProps) {
  const text = useText();
  const [asked, setAsked] = useState<Action | null>(null);
  const close = () => setAsked(null);
  const childKind = itemKinds[itemKinds.indexOf(item.kind) + 1];
  const parent = item.ancestors.at(-1) ?? null;
  const siblings = siblingsOf(items, item.parentId);
  const next = siblings[siblings.findIndex(({ id }) => id === item.id) + 1];
  const { releaseId } = item;
  const actions: readonly Action[] = [
    'reword',
    ...(childKind === undefined ? [] : (['child'] as const)),
    'sibling',
    'move',
    ...(item.children.length === 0 ? (['split'] as const) : []),
    'retire',
  ];
  return (
    <div className="actions item-actions" role="group" aria-label={text('framework.editing.actions')}>
      {actions.map((action) => (
        <button
          key={action}
          className={action === 'reword' ? 'button' : 'button button-quiet'}
          type="button"
          onClick={() => setAsked(action)}
        >
          {text(`framework.editing.ask.${action}`, {
            kind: lower(text(`framework.kinds.${action === 'child' ? (childKind ?? 'ksa') : item.kind}`)),
          })}
        </button>
      ))}
      {asked === 'reword' && <RewordItem item={item} close={close} />}
      {asked === 'child' && childKind !== undefined && (
        <AddItem
          releaseId={releaseId}
          place={{ kind: childKind, parent: item, before: null }}
          done={open}
          close={close}
        />
      )}
      {asked === 'sibling' && (
        <AddItem
          releaseId={releaseId}
          place={{ kind: item.kind, parent, before: next?.id ?? null }}
          done={open}
          close={close}
        />
      )}
      {asked === 'move' && <MoveItem item={item} items={items} close={close} />}
      {asked === 'split' && <SplitItem item={item} done={open} close={close} />}
      {asked === 'retire' && (
        <RetireItem item={item} items={items} done={() => open(item.parentId)} close={close} />
      )}
    </div>
  );
}

import { useNavigate, useParams } from 'react-router';
import { day } from '../../look/numbers.ts';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useItems, useRelease } from '../providers/queries.ts';
import { useText } from '../providers/useText.ts';
import { FrameworkTree } from './FrameworkTree.tsx';
import { ItemPanel } from './ItemPanel.tsx';
import './framework.css';

/** Tree left, detail right; the address names the item, so that it can be sent to somebody. */
export default function FrameworkPage() {
  const text = useText();
  const navigate = useNavigate();
  const { itemId } = useParams();
  const release = useRelease();
  const items = useItems(release.data?.id);

  if (release.isPending || (release.data != null && items.isPending)) return <PageSkeleton />;
  const error = release.error ?? items.error;
  if (error !== null)
    return (
      <Page title={text('framework.title')}>
        <Failure error={error} retry={() => void (release.error ? release.refetch() : items.refetch())} />
      </Page>
    );
  if (release.data == null || items.data === undefined)
    return (
      <Page title={text('framework.title')}>
        <p>{text('framework.noRelease')}</p>
      </Page>
    );

  const { framework, publisher, licence, label, publishedOn, ksaCount, occupationCount } = release.data;
  return (
    <Page
      title={framework}
      provenance={text('framework.provenance', {
        label,
        publisher,
        date: publishedOn === null ? '' : day(publishedOn),
        ksaCount,
        occupationCount,
        licence,
      })}
    >
      <div className="framework" data-chosen={itemId !== undefined}>
        <FrameworkTree
          items={items.data}
          selected={itemId}
          select={(id) => void navigate(`/framework/${id}`)}
        />
        <section className="framework-detail" aria-label={text('framework.detail')} aria-live="polite">
          {itemId === undefined ? (
            <p className="hint">{text('framework.choose')}</p>
          ) : (
            <ItemPanel key={itemId} id={itemId} />
          )}
        </section>
      </div>
      <p className="provenance framework-attribution">{release.data.attribution}</p>
    </Page>
  );
}

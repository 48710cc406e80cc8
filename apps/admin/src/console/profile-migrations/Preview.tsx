import { useQuery } from '@tanstack/react-query';
import type { Scale } from '../../api/types.ts';
import { request } from '../../api/client.ts';
import { labelOf } from '../../look/gapWords.ts';
import { capital } from '../../look/numbers.ts';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { MigrationDecision, MigrationPreview } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { Compared, Spread } from '../what-if/Compared.tsx';

interface PreviewProps {
  roleProfileId: string;
  releaseId: string;
  decisions: readonly MigrationDecision[];
  isWhole: boolean;
  scale: Scale;
}

/** Asked anew with each decision; what was shown stays until the answer is there. */
export function Preview({ roleProfileId, releaseId, decisions, isWhole, scale }: PreviewProps) {
  const text = useText();
  const mayTry = useMay('what-if', 'list');
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['profile-migrations', 'preview', roleProfileId, releaseId, decisions],
    queryFn: async ({ signal }) => {
      const path = `/api/role-profiles/${roleProfileId}/migration/preview`;
      return (await request<MigrationPreview>('POST', path, { body: { releaseId, decisions }, signal })).data;
    },
    enabled: isWhole && mayTry,
    placeholderData: (former) => former,
    staleTime: Infinity,
    retry: false,
  });
  if (!mayTry) return null;
  return (
    <section className="section">
      <h2>{text('migration.preview')}</h2>
      <p className="hint">{text(isFetching ? 'migration.previewing' : 'migration.previewWhat')}</p>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Bones count={3} />}
      {data !== undefined && <Previewed preview={data} scale={scale} />}
    </section>
  );
}

function Previewed({ preview, scale }: { preview: MigrationPreview; scale: Scale }) {
  const text = useText();
  const { before, after, newlyUnknown, requirements } = preview;
  return (
    <>
      {before.members === 0 ? (
        <p>{text('migration.previewNobody')}</p>
      ) : (
        <>
          <Compared answer={{ before, after }} />
          <p className="migration-unknown">
            {newlyUnknown === 0
              ? text('migration.nobodyNewlyUnknown')
              : text('migration.newlyUnknown', { smart_count: newlyUnknown })}
          </p>
          <Spread answer={{ before, after }} />
        </>
      )}
      <details className="what-if-part">
        <summary>{text('migration.requirementsThen', { smart_count: requirements.length })}</summary>
        <ul className="rows">
          {requirements.map(({ ksaCode, title, requiredLevel, weight, critical, evidence, isNew }) => (
            <li className="row-line" key={ksaCode}>
              <span>
                {title} <span className="hint">{ksaCode}</span>{' '}
                {critical && <span className="tag">{text('requirements.critical')}</span>}{' '}
                {isNew && <span className="tag tag-muted">{text('migration.isNew')}</span>}
              </span>
              <span className="hint">
                {text('migration.asks', {
                  level: capital(labelOf(scale, requiredLevel)),
                  weight,
                  evidence: text(`requirements.evidences.${evidence}`),
                })}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

import { useMemo } from 'react';
import { Bones } from '../layout/PageSkeleton.tsx';
import { useItems } from '../providers/queries.ts';
import { useAddressed } from '../providers/useAddressed.ts';
import { useText } from '../providers/useText.ts';
import { useAnalysis } from './analysisQueries.ts';
import { FigureSection } from './FigureSection.tsx';
import { Pick } from './Pick.tsx';
import { ofOneKsa } from './views.ts';

/** What goes with a KSA and who needs it; to begin with, the one that most need. */
export function OneKsaView({ releaseId }: { releaseId: string }) {
  const text = useText();
  const { data: items } = useItems(releaseId);
  const { data: cited } = useAnalysis({ releaseId, name: 'most-cited-ksas' });
  const [chosen, setChosen] = useAddressed('ksa');
  const options = useMemo(
    () =>
      (items ?? [])
        .filter(({ kind }) => kind === 'ksa')
        .map(({ code, title }) => ({ id: code, name: `${code} ${title}` })),
    [items],
  );
  const subject = chosen ?? cited?.rows[0]?.code ?? null;
  if (items === undefined || cited === undefined) return <Bones />;
  return (
    <>
      <Pick label={text('analysis.subject')} options={options} chosen={subject} choose={setChosen} />
      {subject !== null &&
        ofOneKsa.map((shown) => (
          <FigureSection key={shown.name} releaseId={releaseId} shown={shown} subject={subject} />
        ))}
    </>
  );
}

import { useNavigate } from 'react-router';
import { useText } from '../providers/useText.ts';
import { SearchBox } from '../search/SearchBox.tsx';
import { addressOf } from '../search/searchModel.ts';

interface FrameworkSearchProps {
  /** What is looked into. */
  release: { id: string; isCurrent: boolean };
}

/** Finds items and occupations of the release that is shown, and opens what is chosen. */
export function FrameworkSearch({ release }: FrameworkSearchProps) {
  const text = useText();
  const navigate = useNavigate();
  return (
    <div className="framework-search">
      <SearchBox
        label={text('search.label')}
        hint={text('search.hint')}
        releaseId={release.id}
        slash
        choose={(hit) => {
          const search = release.isCurrent || hit.kind === 'occupation' ? '' : `?release=${release.id}`;
          void navigate(`${addressOf(hit)}${search}`);
        }}
      />
    </div>
  );
}

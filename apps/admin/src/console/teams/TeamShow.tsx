import { useParams } from 'react-router';
import { Link } from 'react-router';
import { useMay } from '../providers/MeContext.tsx';
import { useText } from '../providers/useText.ts';
import { GroupPage } from './GroupPage.tsx';

export default function TeamShow() {
  const text = useText();
  const { id = '' } = useParams();
  const mayEdit = useMay('teams', 'edit');
  return (
    <GroupPage
      group={id}
      mayEdit={mayEdit}
      actions={
        <>
          {mayEdit && (
            <Link className="button button-quiet" to={`/teams/${id}`}>
              {text('teams.edit')}
            </Link>
          )}
          <Link className="button" to={`/teams/${id}/matrix`}>
            {text('groups.matrix')}
          </Link>
        </>
      }
    />
  );
}

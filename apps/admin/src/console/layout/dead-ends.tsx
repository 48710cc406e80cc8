import { useResetErrorBoundaryOnLocationChange } from 'react-admin';
import { Link } from 'react-router';
import { useText } from '../providers/useText.ts';
import { Empty, Failure } from './Notice.tsx';
import { Page } from './Page.tsx';

export function NotFound() {
  const text = useText();
  return (
    <Page title={text('deadEnds.notFound')}>
      <Empty
        title={text('deadEnds.noPage')}
        action={
          <Link className="button" to="/">
            {text('deadEnds.home')}
          </Link>
        }
      />
    </Page>
  );
}

export function AccessDenied() {
  const text = useText();
  return (
    <Page title={text('deadEnds.denied')}>
      <Empty
        title={text('deadEnds.notYours')}
        action={
          <Link className="button" to="/">
            {text('deadEnds.home')}
          </Link>
        }
      >
        {text('deadEnds.askAdministrator')}
      </Empty>
    </Page>
  );
}

interface BrokenProps {
  error: Error;
  resetErrorBoundary: (...parameters: unknown[]) => void;
}

/** A page that threw: the rail stays, and another page or a second try is one click away. */
export function Broken({ error, resetErrorBoundary }: BrokenProps) {
  const text = useText();
  useResetErrorBoundaryOnLocationChange(resetErrorBoundary);
  return (
    <Page title={text('deadEnds.broken')}>
      <Failure error={error} retry={() => resetErrorBoundary()} />
    </Page>
  );
}

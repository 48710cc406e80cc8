import './shell.css';
import { type ReactNode, useEffect, useState } from 'react';
import { list } from '../../api/client.ts';
import { signOut } from '../../api/session.ts';
import type { GapScoreSummary, Me } from '../../api/types.ts';
import { useLoaded } from '../../api/useLoaded.ts';
import { landing } from '../../entrance/landing.ts';
import { Link, useAddress } from '../../entrance/router.tsx';
import { BrandMark, productName } from '../../look/Brand.tsx';
import { ThemeSwitch } from '../../look/ThemeSwitch.tsx';

function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const here = useAddress().pathname === href;
  return (
    <Link className="rail-link" href={href} {...(here ? { 'aria-current': 'page' as const } : {})}>
      {children}
    </Link>
  );
}

/** The ways into each role that has a score; without an answer the page itself still leads there. */
function RoleLinks({ workerId }: { workerId: string }) {
  const [loaded] = useLoaded(
    `roles of ${workerId}`,
    (signal) => list<GapScoreSummary>('/api/gap-scores', { filter: { workerId }, range: [0, 9] }, signal),
    (event) => event.type.startsWith('score'),
  );
  if (loaded.state !== 'ready') return null;
  return loaded.data.rows.map(({ roleProfile: { id, name } }) => (
    <div key={id}>
      <p className="rail-role">{name}</p>
      <NavLink href={`/my/gaps/${id}`}>My gaps</NavLink>
      <NavLink href={`/my/training/${id}`}>My training</NavLink>
    </div>
  ));
}

/** The worker's frame: a rail where there is room, a bar on top where there is not. */
export function Shell({ me, children }: { me: Me; children: ReactNode }) {
  const { pathname } = useAddress();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && setOpen(false);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const leave = () => {
    // Offline the cookie cannot be taken back; the page says so by staying.
    void signOut().catch(() => undefined);
  };
  return (
    <div className="shell">
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className={`rail ${open ? 'rail-open' : ''}`}>
        <div className="rail-top">
          <Link className="brand" href="/my">
            <BrandMark />
            {productName}
          </Link>
          <button
            type="button"
            className="rail-toggle"
            aria-expanded={open}
            aria-controls="rail-body"
            onClick={() => setOpen(!open)}
          >
            Menu
          </button>
        </div>
        <div className="rail-body" id="rail-body">
          <nav aria-label="Main">
            <NavLink href="/my">My page</NavLink>
            {me.workerId !== null && <RoleLinks workerId={me.workerId} />}
            {me.workerId !== null && <NavLink href="/my/paths">My paths</NavLink>}
            {landing(me.roles) === '/console/' && <NavLink href="/console/">Console</NavLink>}
          </nav>
          <div className="rail-foot">
            <p>
              <strong>{me.organisation.name}</strong>
              <br />
              {me.name}
            </p>
            <ThemeSwitch />
            <button type="button" className="theme-switch" onClick={leave}>
              Sign out
            </button>
          </div>
        </div>
      </header>
      <main id="content" className="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

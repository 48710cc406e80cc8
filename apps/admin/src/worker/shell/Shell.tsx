import './shell.css';
import { type ReactNode, useEffect, useState } from 'react';
import { signOut } from '../../api/session.ts';
import type { Me } from '../../api/types.ts';
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

/** The worker's frame: a rail where there is room, a bar on top where there is not. */
export function Shell({ me, children }: { me: Me; children: ReactNode }) {
  const { pathname } = useAddress();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);
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

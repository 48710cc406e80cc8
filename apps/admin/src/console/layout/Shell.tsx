import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { useLogout } from 'react-admin';
import { BrandMark } from '../../look/Brand.tsx';
import { ThemeSwitch } from '../../look/ThemeSwitch.tsx';
import { wideScreen } from '../../look/tokens.ts';
import { useMe, usePermissionSet } from '../providers/MeContext.tsx';
import { useText } from '../providers/useText.ts';
import { Icon } from './Icon.tsx';
import { menuFor } from './menu.ts';
import { PageSkeleton } from './PageSkeleton.tsx';
import './shell.css';
import './page.css';

/** The rail on a wide screen, a top bar with the same menu on a phone. */
export function Shell({ children }: { children?: ReactNode }) {
  const text = useText();
  const me = useMe();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);

  useEffect(() => setOpen(false), [pathname]);
  useEscape(open, () => setOpen(false));

  return (
    <div className="shell">
      <a className="skip" href="#page">
        {text('layout.skip')}
      </a>
      <header className="rail" data-open={open}>
        <div className="rail-head">
          <Link className="brand" to="/">
            <BrandMark />
            {text('layout.product')}
          </Link>
          <span className="rail-organisation-small">{me.organisation.name}</span>
          <button
            className="rail-toggle"
            type="button"
            aria-expanded={open}
            aria-controls="menu"
            onClick={() => setOpen(!open)}
          >
            {open ? text('layout.closeMenu') : text('layout.openMenu')}
          </button>
        </div>
        <div className="rail-body" id="menu">
          <Menu />
          <RailFoot />
        </div>
      </header>
      <main id="page" className="page" tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
      </main>
    </div>
  );
}

function Menu() {
  const text = useText();
  const groups = menuFor(usePermissionSet());
  return (
    <nav aria-label={text('layout.menu')}>
      {groups.map((group) => (
        <div className="menu-group" key={group.label ?? 'first'}>
          {group.label !== null && <p className="menu-label">{text(group.label)}</p>}
          <ul>
            {group.items.map((item) => (
              <li key={item.to}>
                <NavLink className="menu-item" to={item.to} end={item.to === '/'}>
                  <Icon name={item.icon} />
                  {text(item.label)}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function RailFoot() {
  const text = useText();
  const me = useMe();
  const logout = useLogout();
  return (
    <div className="rail-foot">
      <p className="rail-organisation">{me.organisation.name}</p>
      <p>{me.name}</p>
      <div className="rail-actions">
        <ThemeSwitch className="rail-action" />
        <button type="button" className="rail-action" onClick={() => void logout()}>
          {text('layout.signOut')}
        </button>
      </div>
    </div>
  );
}

function useEscape(active: boolean, close: () => void): void {
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close();
    const wide = window.matchMedia(`(min-width: ${wideScreen}px)`);
    document.addEventListener('keydown', onKey);
    wide.addEventListener('change', close);
    return () => {
      document.removeEventListener('keydown', onKey);
      wide.removeEventListener('change', close);
    };
  });
}

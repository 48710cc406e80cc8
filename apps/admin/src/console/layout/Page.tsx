import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../providers/useText.ts';

interface Crumb {
  to: string;
  label: string;
}

interface PageProps {
  title: string;
  /** Where what is shown comes from: release, policy, time, counts. */
  provenance?: ReactNode;
  crumbs?: readonly Crumb[];
  here?: string;
  actions?: ReactNode;
  children?: ReactNode;
}

let visited = 0;

/** Every page says its name once, as the h1, and where its content comes from below it. */
export function Page({ title, provenance, crumbs = [], here, actions, children }: PageProps) {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · ${text('layout.product')}`;
  }, [title, text]);

  // A new page is announced by moving the focus to its name; the first one is left to the browser.
  useEffect(() => {
    visited += 1;
    if (visited > 1) heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <div className="page-inner">
      {crumbs.length > 0 && (
        <nav className="crumbs" aria-label={text('layout.crumbs')}>
          {crumbs.map((crumb) => (
            <span key={crumb.to}>
              <Link to={crumb.to}>{crumb.label}</Link> /{' '}
            </span>
          ))}
          {here ?? title}
        </nav>
      )}
      <div className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {provenance !== undefined && <p className="provenance">{provenance}</p>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

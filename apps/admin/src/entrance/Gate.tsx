import type { ReactNode } from 'react';
import { BrandMark, productName } from '../look/Brand.tsx';
import { ThemeSwitch } from '../look/ThemeSwitch.tsx';

/** The frame of the pages before somebody is signed in: the product's rail, and one thing to do beside it. */
export function Gate({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="gate">
      <header className="gate-rail">
        <p className="brand">
          <BrandMark />
          {productName}
        </p>
        <span className="gate-ring">
          <BrandMark size={420} />
        </span>
        <p className="gate-saying">What people can do, what their role asks for, and what closes the gap.</p>
        <ThemeSwitch />
      </header>
      <main className="gate-main">
        <div className="gate-column">
          <h1>{title}</h1>
          {lead !== undefined && <p className="gate-lead">{lead}</p>}
          {children}
        </div>
      </main>
    </div>
  );
}

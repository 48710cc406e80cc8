import { useState } from 'react';
import { useText } from '../providers/useText.ts';

/** Shown this once: the link is not kept anywhere it could be read again, so it is handed over now. */
export function InvitationLink({ link, name }: { link: string; name: string }) {
  const text = useText();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <section className="panel invitation">
      <h2>{text('invitation.title', { name })}</h2>
      <p className="hint">{text('invitation.once')}</p>
      <div className="invitation-link">
        <input
          className="control"
          readOnly
          aria-label={text('invitation.link')}
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <button className="button" type="button" onClick={() => void copy()}>
          {text('invitation.copy')}
        </button>
      </div>
      <p className="hint" role="status">
        {copied === null ? '' : text(copied ? 'invitation.copied' : 'invitation.notCopied')}
      </p>
    </section>
  );
}

import type { AssessmentDetail } from '../../api/types.ts';
import { counted } from '../../look/numbers.ts';
import { navigate } from '../../entrance/router.tsx';

/** Said before the first question: what a self-rating can prove and what it cannot. */
export function Intro({ assessment }: { assessment: AssessmentDetail }) {
  const count = assessment.questions.length;
  return (
    <section className="sheet intro">
      <h1>Rate yourself for {assessment.roleProfileName}</h1>
      <p className="lead">
        {count} KSAs (knowledge, skills and abilities), one at a time. Tap what fits; it is saved as you go,
        and you can stop and come back.
      </p>
      <h2>What your own rating can prove, and what it cannot</h2>
      <ul className="plain-list">
        <li>
          <strong>It counts.</strong> Your readiness for the role is worked out from it, until somebody who
          has seen your work or a test says more.
        </li>
        <li>
          <strong>It is a rough measure.</strong> In studies, self-ratings agree only weakly with performance
          (r about .29) and run high. That is so for nearly everybody, and nobody holds it against you.
        </li>
        <li>
          <strong>It cannot make you qualified</strong> where the role asks for more: a critical KSA has to be
          confirmed by an assessor, your manager, a test or a credential.
        </li>
        <li>
          <strong>“Not sure” is a good answer.</strong> It counts as not assessed, never as zero, and shows
          where to look next.
        </li>
      </ul>
      <button type="button" className="button button-primary button-wide" onClick={() => navigate('?card=1')}>
        Begin: {counted(count, 'question')}
      </button>
    </section>
  );
}

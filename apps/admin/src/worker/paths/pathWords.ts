import type { CareerPathSummary, LeastTraining } from '../../api/types.ts';
import { counted } from '../../look/numbers.ts';
import { hoursWords } from '../../look/training/trainingWords.ts';

type Way = Pick<CareerPathSummary, 'toGain' | 'toAssess' | 'training' | 'atMost'>;

export const hoursOf = ({ minutes }: Pick<LeastTraining, 'minutes'>): string => hoursWords(minutes / 60);

/** "40 hours of training close the two KSAs that you are short of; 64.5 at most, with one that nobody has assessed." */
export function wayWords({ toGain, toAssess, training, atMost }: Way): string {
  const closable = toGain.length - training.notClosable.length;
  const open = training.notClosable.length;
  const parts: string[] = [];
  if (toGain.length === 0)
    parts.push(toAssess.length === 0 ? 'You have all that it asks for.' : 'Nothing is known to be short.');
  if (closable > 0)
    parts.push(
      `${hoursOf(training)} of training ${training.minutes === 60 ? 'closes' : 'close'} ${counted(closable, 'KSA')} that you are short of.`,
    );
  if (open > 0)
    parts.push(`No programme reaches ${counted(open, open === closable + open ? 'KSA' : 'other KSA')}.`);
  if (toAssess.length > 0)
    parts.push(
      `${counted(toAssess.length, 'KSA is', 'KSAs are')} not assessed` +
        (atMost.minutes > training.minutes ? `: with them it is ${hoursOf(atMost)} at most.` : '.'),
    );
  return parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' ');
}

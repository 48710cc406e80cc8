import { TextField } from '../../layout/Field.tsx';
import { useText } from '../../providers/useText.ts';

export function ReasonField({ value, change }: { value: string; change: (value: string) => void }) {
  const text = useText();
  return (
    <TextField
      label={text('curation.reason')}
      value={value}
      change={change}
      hint={text('curation.reasonHint')}
      rows={2}
      maxLength={2000}
    />
  );
}

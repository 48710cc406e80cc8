import { useMemo, useState } from 'react';
import { Autocomplete, TextField } from '@mui/material';
import { inWords } from '../providers/problem.ts';
import type { Item } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import type { EditedRequirements } from './requirementEditing.ts';

interface AddRequirementProps {
  items: readonly Item[];
  taken: EditedRequirements;
  add: (ksaCode: string) => Promise<void>;
}

/** Any KSA of the framework that the profile does not ask for yet, found by its title or its code. */
export function AddRequirement({ items, taken, add }: AddRequirementProps) {
  const text = useText();
  const [chosen, setChosen] = useState<Item | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const choices = useMemo(() => {
    const codes = new Set(taken.map(({ saved }) => saved.ksaCode));
    return items.filter((item) => item.kind === 'ksa' && !codes.has(item.code));
  }, [items, taken]);

  const submit = async () => {
    if (chosen === null) return;
    setBusy(true);
    setProblem(null);
    try {
      await add(chosen.code);
      setChosen(null);
    } catch (error) {
      setProblem(inWords(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="add-requirement">
      <Autocomplete
        options={choices}
        value={chosen}
        onChange={(_event, item) => setChosen(item)}
        getOptionLabel={(item) => `${item.title} · ${item.code}`}
        getOptionKey={(item) => item.id}
        isOptionEqualToValue={(one, other) => one.id === other.id}
        noOptionsText={text('requirements.noKsa')}
        openText={text('requirements.openChoices')}
        closeText={text('requirements.closeChoices')}
        clearText={text('requirements.clearChoice')}
        fullWidth
        renderInput={(parameters) => (
          <TextField
            {...parameters}
            label={text('requirements.another')}
            error={problem !== null}
            helperText={problem ?? text('requirements.anotherHint')}
          />
        )}
      />
      <button
        className="button button-quiet"
        type="button"
        disabled={chosen === null || busy}
        onClick={() => void submit()}
      >
        {text('requirements.add')}
      </button>
    </div>
  );
}

import { SelectInput, useGetList } from 'react-admin';
import type { Team } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

/** Which team the worker is in; an organisation without teams is not asked. */
export function TeamInput() {
  const text = useText();
  const { data: teams } = useGetList<Team>('teams', {
    filter: {},
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 1000 },
  });
  if (teams === undefined || teams.length === 0) return null;
  return (
    <SelectInput
      source="teamId"
      label={text('workers.fields.team')}
      choices={teams.map(({ id, name, site }) => ({ id, name: site === '' ? name : `${name}, ${site}` }))}
      emptyText={text('workers.fields.noTeam')}
      parse={(id: string) => (id === '' ? null : id)}
      format={(id: string | null) => id ?? ''}
      translateChoice={false}
      helperText={false}
      slotProps={{ select: { displayEmpty: true } }}
      fullWidth
    />
  );
}

import { useState } from 'react';
import {
  AutocompleteArrayInput,
  CreateBase,
  DateInput,
  Form,
  maxLength,
  minValue,
  NumberInput,
  ReferenceArrayInputBase,
  required,
  SelectInput,
  TextInput,
  useGetList,
  useRedirect,
} from 'react-admin';
import { newKey } from '../../api/locks.ts';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Page } from '../layout/Page.tsx';
import type { Team, TrainingPlan } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { newPlan, type PlanForm, toSend } from './planModel.ts';

const longestName = 200;

export default function PlanCreate() {
  const text = useText();
  const redirect = useRedirect();
  const [idempotencyKey] = useState(newKey);
  const [defaults] = useState(() => newPlan(new Date()));
  return (
    <Page
      title={text('plans.add')}
      crumbs={[{ to: '/training-plans', label: text('plans.title') }]}
      provenance={text('plans.addHow')}
    >
      <CreateBase<TrainingPlan>
        resource="training-plans"
        transform={toSend}
        mutationOptions={{
          meta: { idempotencyKey },
          onSuccess: ({ id }) => redirect('show', 'training-plans', id),
        }}
      >
        <Form
          defaultValues={defaults}
          className="form stack"
          warnWhenUnsavedChanges
          disableInvalidFormNotification
        >
          <TextInput
            source="name"
            label={text('plans.fields.name')}
            validate={[required(), maxLength(longestName)]}
            autoComplete="off"
            helperText={false}
            fullWidth
          />
          <Window />
          <Limits />
          <Scope />
          <FormFoot label={text('plans.addButton')} />
        </Form>
      </CreateBase>
    </Page>
  );
}

function Window() {
  const text = useText();
  return (
    <>
      <DateInput
        source="from"
        label={text('plans.fields.from')}
        helperText={text('plans.hints.from')}
        validate={required()}
        fullWidth
      />
      <DateInput
        source="until"
        label={text('plans.fields.until')}
        helperText={text('plans.hints.until')}
        validate={required()}
        fullWidth
      />
    </>
  );
}

const withBudget =
  (problem: string) =>
  (currency: string | null, { budget }: PlanForm) =>
    budget != null && (currency ?? '').trim() === '' ? problem : undefined;

function Limits() {
  const text = useText();
  return (
    <>
      <NumberInput
        source="budget"
        label={text('plans.fields.budget')}
        helperText={text('plans.hints.budget')}
        min={0}
        step={0.01}
        validate={minValue(0)}
        fullWidth
      />
      <TextInput
        source="currency"
        label={text('plans.fields.currency')}
        helperText={text('plans.hints.currency')}
        validate={[maxLength(3), withBudget(text('plans.hints.currencyNeeded'))]}
        autoComplete="off"
        fullWidth
      />
      <NumberInput
        source="hoursPerWorker"
        label={text('plans.fields.hoursPerWorker')}
        helperText={text('plans.hints.hoursPerWorker')}
        min={0}
        step={0.25}
        validate={minValue(0)}
        fullWidth
      />
    </>
  );
}

function Scope() {
  const text = useText();
  const { data: teams = [] } = useGetList<Team>('teams', {
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 1000 },
  });
  return (
    <>
      {teams.length > 0 && (
        <SelectInput
          source="teamId"
          label={text('plans.fields.team')}
          choices={teams.map(({ id, name, site }) => ({ id, name: site === '' ? name : `${name}, ${site}` }))}
          emptyText={text('plans.everyTeam')}
          parse={(id: string) => (id === '' ? null : id)}
          format={(id: string | null) => id ?? ''}
          slotProps={{ select: { displayEmpty: true } }}
          translateChoice={false}
          helperText={false}
          fullWidth
        />
      )}
      <ReferenceArrayInputBase
        source="roleProfileIds"
        reference="role-profiles"
        sort={{ field: 'name', order: 'ASC' }}
        perPage={20}
      >
        <AutocompleteArrayInput
          label={text('plans.fields.roleProfiles')}
          helperText={text('plans.hints.roleProfiles')}
          optionText="name"
          filterToQuery={(q: string) => (q === '' ? {} : { q })}
          fullWidth
        />
      </ReferenceArrayInputBase>
    </>
  );
}

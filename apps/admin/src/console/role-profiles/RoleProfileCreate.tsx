import { useState } from 'react';
import {
  AutocompleteArrayInput,
  CreateBase,
  Form,
  ReferenceArrayInputBase,
  required,
  SelectInput,
  useGetOne,
  useNotify,
  useRedirect,
} from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import { newKey } from '../../api/locks.ts';
import { capital } from '../../look/numbers.ts';
import type { Scale } from '../../api/types.ts';
import { GoneOfOccupations } from '../extension/GoneOfOccupations.tsx';
import { Failure } from '../layout/Notice.tsx';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useScale } from '../providers/queries.ts';
import type { Occupation, RoleProfile } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { RoleProfileInputs } from './RoleProfileInputs.tsx';
import { newRoleProfile } from './roleProfileModel.ts';

const occupationText = ({ title, technologyAreaName, ksaCount }: Occupation): string =>
  `${title} · ${technologyAreaName} · ${ksaCount} KSAs`;

export default function RoleProfileCreate() {
  const text = useText();
  const [parameters] = useSearchParams();
  const occupationId = parameters.get('occupation');
  const scale = useScale();
  const occupation = useGetOne<Occupation>(
    'occupations',
    { id: occupationId ?? '' },
    { enabled: occupationId !== null },
  );
  if (scale.isPending || (occupationId !== null && occupation.isPending)) return <PageSkeleton />;
  return (
    <Page
      title={text('roleProfiles.create')}
      crumbs={[{ to: '/role-profiles', label: text('roleProfiles.title') }]}
      provenance={text('roleProfiles.createHow')}
    >
      {scale.data === undefined ? (
        <Failure error={scale.error} retry={() => void scale.refetch()} />
      ) : (
        <CreateForm scale={scale.data} occupation={occupation.data ?? null} />
      )}
    </Page>
  );
}

function CreateForm({ scale, occupation }: { scale: Scale; occupation: Occupation | null }) {
  const text = useText();
  const notify = useNotify();
  const redirect = useRedirect();
  const [idempotencyKey] = useState(newKey);
  const [defaults] = useState(() =>
    newRoleProfile(scale.maxLevel, occupation?.id ?? null, occupation?.title ?? ''),
  );
  return (
    <CreateBase<RoleProfile>
      resource="role-profiles"
      mutationOptions={{
        meta: { idempotencyKey },
        onSuccess: (profile) => {
          notify(text('roleProfiles.created'), { type: 'success' });
          redirect('edit', 'role-profiles', profile.id);
        },
      }}
    >
      <Form
        defaultValues={defaults}
        className="form stack"
        warnWhenUnsavedChanges
        disableInvalidFormNotification
      >
        <ReferenceArrayInputBase
          source="occupationIds"
          reference="occupations"
          sort={{ field: 'title', order: 'ASC' }}
          perPage={20}
        >
          <AutocompleteArrayInput
            label={text('roleProfiles.fields.occupations')}
            helperText={text('roleProfiles.hints.occupations')}
            optionText={occupationText}
            filterToQuery={(q: string) => (q === '' ? {} : { q })}
            fullWidth
          />
        </ReferenceArrayInputBase>
        <GoneOfChosen />
        <RoleProfileInputs />
        <SelectInput
          source="defaultLevel"
          label={text('roleProfiles.fields.defaultLevel')}
          helperText={text('roleProfiles.hints.defaultLevel')}
          choices={scale.levels
            .filter(({ level }) => level > 0)
            .map(({ level, label }) => ({ id: level, name: `${level} · ${capital(label)}` }))}
          translateChoice={false}
          validate={required()}
          fullWidth
        />
        <FormFoot label={text('roleProfiles.createButton')} />
      </Form>
    </CreateBase>
  );
}

function GoneOfChosen() {
  const ids = useWatch({ name: 'occupationIds' }) as readonly string[] | null | undefined;
  return <GoneOfOccupations ids={ids ?? []} />;
}

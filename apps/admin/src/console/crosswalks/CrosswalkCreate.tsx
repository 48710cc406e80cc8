import { useState } from 'react';
import { CreateBase, Form, maxLength, required, SelectInput, TextInput, useRedirect } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import { newKey } from '../../api/locks.ts';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { Failure } from '../layout/Notice.tsx';
import type { Crosswalk, Framework } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

export default function CrosswalkCreate() {
  const text = useText();
  const redirect = useRedirect();
  const [idempotencyKey] = useState(newKey);
  const { data, error, refetch } = useQuery({
    queryKey: ['frameworks'],
    queryFn: ({ signal }) => get<Framework[]>('/api/frameworks', { signal }),
  });
  const crumbs = [{ to: '/crosswalks', label: text('crosswalks.title') }];
  if (error !== null)
    return (
      <Page title={text('crosswalks.add')} crumbs={crumbs}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (data === undefined) return <PageSkeleton />;
  const basis = data.find(({ isBasis }) => isBasis);
  return (
    <Page title={text('crosswalks.add')} crumbs={crumbs}>
      <CreateBase<Crosswalk>
        resource="crosswalks"
        mutationOptions={{
          meta: { idempotencyKey },
          onSuccess: ({ id }) => redirect('show', 'crosswalks', id),
        }}
      >
        <Form
          defaultValues={{ fromFrameworkId: basis?.id ?? '', toFrameworkId: '', title: '', source: '' }}
          className="form stack"
          warnWhenUnsavedChanges
          disableInvalidFormNotification
        >
          {(['fromFrameworkId', 'toFrameworkId'] as const).map((source) => (
            <SelectInput
              key={source}
              source={source}
              label={text(
                source === 'fromFrameworkId'
                  ? 'crosswalks.fields.fromFramework'
                  : 'crosswalks.fields.toFramework',
              )}
              choices={data.map(({ id, name }) => ({ id, name }))}
              validate={required()}
              helperText={false}
              translateChoice={false}
              fullWidth
            />
          ))}
          <TextInput
            source="title"
            label={text('crosswalks.fields.title')}
            validate={[required(), maxLength(200)]}
            helperText={false}
            autoComplete="off"
            fullWidth
          />
          <TextInput
            source="source"
            label={text('crosswalks.fields.source')}
            helperText={text('crosswalks.hints.source')}
            validate={maxLength(1000)}
            autoComplete="off"
            fullWidth
          />
          <FormFoot label={text('crosswalks.addButton')} />
        </Form>
      </CreateBase>
    </Page>
  );
}

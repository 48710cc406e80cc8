import { useMemo, useState } from 'react';
import { CssBaseline } from '@mui/material';
import { ThemeProvider } from '@mui/material/styles';
import {
  CoreAdminContext,
  CoreAdminUI,
  CustomRoutes,
  localStorageStore,
  Notification,
  Resource,
} from 'react-admin';
import { createBrowserRouter, Route, RouterProvider } from 'react-router';
import { request } from '../api/client.ts';
import type { Me } from '../api/types.ts';
import { useTheme } from '../look/theme.ts';
import { AnalysisPage } from './analysis/index.ts';
import { assessments } from './assessments/index.ts';
import { CrosswalkGaps, crosswalks } from './crosswalks/index.ts';
import { ownItems, ownOccupations } from './extension/index.ts';
import { FrameworkPage } from './framework/index.ts';
import { GapScoreShow, gapScores } from './gap-scores/index.ts';
import { jobs } from './jobs/index.ts';
import { Shell } from './layout/Shell.tsx';
import { AccessDenied, Broken, NotFound } from './layout/dead-ends.tsx';
import { PageSkeleton } from './layout/PageSkeleton.tsx';
import { darkTheme, lightTheme } from './layout/theme.ts';
import { LiveUpdates } from './live/LiveUpdates.tsx';
import { occupations } from './occupations/index.ts';
import { organisations } from './organisations/index.ts';
import { users } from './users/index.ts';
import { Overview } from './overview/index.ts';
import { proposals } from './proposals/index.ts';
import { createAuthProvider } from './providers/authProvider.ts';
import { createDataProvider } from './providers/dataProvider.ts';
import { i18nProvider } from './providers/i18nProvider.ts';
import { MeProvider } from './providers/MeContext.tsx';
import { createQueryClient } from './providers/queryClient.ts';
import { session } from './providers/session.ts';
import { qualifications } from './qualifications/index.ts';
import { RatingPolicyPage } from './rating-policy/index.ts';
import { programmeSessions } from './programme-sessions/index.ts';
import { ProfileMigrationPage, profileMigrations } from './profile-migrations/index.ts';
import { ReleasePage, ReleasesPage } from './releases/index.ts';
import { ReleaseImportPage } from './release-transfer/index.ts';
import { roleProfiles } from './role-profiles/index.ts';
import { Organisation, SkillsMatrix, teams } from './teams/index.ts';
import { SelectionsPage } from './selections/index.ts';
import { programmes } from './training/index.ts';
import { PlanPlaces, trainingPlans } from './training-plans/index.ts';
import { WhatIfPage } from './what-if/index.ts';
import { workers } from './workers/index.ts';

/** A data router, because the warning about unsaved changes needs one. */
export function App({ me }: { me: Me }) {
  const [router] = useState(() =>
    createBrowserRouter([{ path: '*', element: <Console me={me} /> }], { basename: '/console' }),
  );
  return <RouterProvider router={router} />;
}

function Console({ me }: { me: Me }) {
  const { resolved } = useTheme();
  const [queryClient] = useState(createQueryClient);
  const providers = useMemo(
    () => ({
      authProvider: createAuthProvider(me, session),
      dataProvider: createDataProvider(request),
      // What is kept is of this person in this organisation, and stays when somebody else signs in here.
      store: localStorageStore('1', `console.${me.organisation.id}.${me.userId}`),
    }),
    [me],
  );
  return (
    <ThemeProvider theme={resolved === 'dark' ? darkTheme : lightTheme}>
      <CssBaseline />
      <MeProvider value={me}>
        <CoreAdminContext {...providers} i18nProvider={i18nProvider} queryClient={queryClient}>
          <LiveUpdates />
          <CoreAdminUI
            layout={Shell}
            dashboard={Overview}
            loginPage={false}
            authCallbackPage={false}
            catchAll={NotFound}
            accessDenied={AccessDenied}
            authenticationError={AccessDenied}
            error={Broken}
            loading={PageSkeleton}
            title=""
            disableTelemetry
            requireAuth
          >
            <Resource {...roleProfiles}>
              <Route path=":id/migration" element={<ProfileMigrationPage />} />
            </Resource>
            <Resource {...profileMigrations} />
            <Resource {...ownItems} />
            <Resource {...ownOccupations} />
            <Resource {...workers} />
            <Resource {...teams}>
              <Route path="organisation" element={<Organisation />} />
              <Route path=":id/matrix" element={<SkillsMatrix />} />
            </Resource>
            <Resource {...assessments} />
            <Resource {...occupations} />
            <Resource {...proposals} />
            <Resource {...crosswalks}>
              <Route path=":id/gaps" element={<CrosswalkGaps />} />
            </Resource>
            <Resource {...programmes} />
            <Resource {...programmeSessions} />
            <Resource {...trainingPlans}>
              <Route path=":id/places" element={<PlanPlaces />} />
            </Resource>
            <Resource {...jobs} />
            <Resource {...organisations} />
            <Resource {...users} />
            <Resource {...gapScores}>
              <Route path=":workerId/:roleProfileId" element={<GapScoreShow />} />
            </Resource>
            <Resource {...qualifications} />
            <CustomRoutes>
              <Route path="/rating-policy" element={<RatingPolicyPage />} />
              <Route path="/what-if" element={<WhatIfPage />} />
              <Route path="/releases" element={<ReleasesPage />} />
              <Route path="/releases/import" element={<ReleaseImportPage />} />
              <Route path="/releases/:id" element={<ReleasePage />} />
              <Route path="/releases/:id/matrix" element={<SelectionsPage />} />
              <Route path="/releases/:id/:tab" element={<ReleasePage />} />
              <Route path="/analysis" element={<AnalysisPage />} />
              <Route path="/analysis/:view" element={<AnalysisPage />} />
              <Route path="/framework" element={<FrameworkPage />} />
              <Route path="/framework/:itemId" element={<FrameworkPage />} />
            </CustomRoutes>
          </CoreAdminUI>
          <Notification />
        </CoreAdminContext>
      </MeProvider>
    </ThemeProvider>
  );
}

import englishMessages from 'ra-language-english';
import { analysisEn } from './analysisEn.ts';
import { crosswalksEn } from './crosswalksEn.ts';
import { extensionEn } from './extensionEn.ts';
import { frameworkEn } from './frameworkEn.ts';
import { insightsEn } from './insightsEn.ts';
import { migrationsEn } from './migrationsEn.ts';
import { peopleEn } from './peopleEn.ts';
import { plansEn } from './plansEn.ts';
import { releasesEn } from './releasesEn.ts';
import { rolesEn } from './rolesEn.ts';
import { shellEn } from './shellEn.ts';
import { teamsEn } from './teamsEn.ts';
import { transferEn } from './transferEn.ts';

export const appEn = {
  ...shellEn,
  ...frameworkEn,
  ...releasesEn,
  ...analysisEn,
  ...crosswalksEn,
  ...rolesEn,
  ...extensionEn,
  ...migrationsEn,
  ...peopleEn,
  ...insightsEn,
  ...teamsEn,
  ...plansEn,
  ...transferEn,
};

export const en = {
  ...englishMessages,
  ...appEn,
  resources: {
    'role-profiles': { name: 'Role profile |||| Role profiles' },
    'own-items': { name: 'Own KSA |||| Own KSAs' },
    'own-occupations': { name: 'Own occupation |||| Own occupations' },
    'profile-migrations': { name: 'Role profile behind |||| Role profiles behind' },
    workers: { name: 'Worker |||| Workers' },
    teams: { name: 'Team |||| Teams' },
    assessments: { name: 'Assessment |||| Assessments' },
    crosswalks: { name: 'Crosswalk |||| Crosswalks' },
    occupations: { name: 'Occupation |||| Occupations' },
    proposals: { name: 'Proposal |||| Proposals' },
    programmes: { name: 'Programme |||| Programmes' },
    'programme-sessions': { name: 'Session |||| Sessions' },
    'training-plans': { name: 'Training plan |||| Training plans' },
    jobs: { name: 'Job |||| Jobs' },
    users: { name: 'Person |||| People' },
    organisations: { name: 'Organisation |||| Organisations' },
    'gap-scores': { name: 'Gap score |||| Gap scores' },
    qualifications: { name: 'Qualification |||| Qualifications' },
  },
};

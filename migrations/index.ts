import { AppRole0000000001000 } from './1000-app-role.ts';
import { Tenancy0000000001001 } from './1001-tenancy.ts';
import { Identity0000000001002 } from './1002-identity.ts';
import { MergedJobs0000000001003 } from './1003-merged-jobs.ts';
import { Frameworks0000000002000 } from './2000-frameworks.ts';
import { Curation0000000002100 } from './2100-curation.ts';
import { Review0000000002110 } from './2110-review.ts';
import { Proposals0000000002120 } from './2120-proposals.ts';
import { ReleaseOrigins0000000002130 } from './2130-release-origins.ts';
import { FreedLabels0000000002140 } from './2140-freed-labels.ts';
import { Publications0000000002150 } from './2150-publications.ts';
import { ReleaseStatistics0000000002160 } from './2160-release-statistics.ts';
import { Crosswalks0000000002200 } from './2200-crosswalks.ts';
import { PrintedFigures0000000002300 } from './2300-printed-figures.ts';
import { Search0000000002210 } from './2210-search.ts';
import { Extension0000000002400 } from './2400-extension.ts';
import { OwnProposals0000000002410 } from './2410-own-proposals.ts';
import { Workforce0000000003000 } from './3000-workforce.ts';
import { Roles0000000003001 } from './3001-roles.ts';
import { Teams0000000003002 } from './3002-teams.ts';
import { ProfileMigrations0000000003003 } from './3003-profile-migrations.ts';
import { FormerAssignments0000000003004 } from './3004-former-assignments.ts';
import { Assessments0000000004000 } from './4000-assessments.ts';
import { Gaps0000000004100 } from './4100-gaps.ts';
import { Expiries0000000004200 } from './4200-expiries.ts';
import { DerivedScores0000000004300 } from './4300-derived-scores.ts';
import { RunOutScores0000000004310 } from './4310-run-out-scores.ts';
import { Training0000000005000 } from './5000-training.ts';
import { TrainingPlans0000000005100 } from './5100-training-plans.ts';
import { Groups0000000006000 } from './6000-groups.ts';

/**
 * In the order of their numbers: 1xxx platform and identity, 2xxx frameworks, 3xxx workforce and roles, 4xxx
 * assessments and gaps, 5xxx training, 6xxx insights. The class is named `What` + the number in 13 digits, as TypeORM wants it.
 */
export const migrations = [
  AppRole0000000001000,
  Tenancy0000000001001,
  Identity0000000001002,
  MergedJobs0000000001003,
  Frameworks0000000002000,
  Curation0000000002100,
  Review0000000002110,
  Proposals0000000002120,
  ReleaseOrigins0000000002130,
  FreedLabels0000000002140,
  Publications0000000002150,
  ReleaseStatistics0000000002160,
  Crosswalks0000000002200,
  PrintedFigures0000000002300,
  Search0000000002210,
  Extension0000000002400,
  OwnProposals0000000002410,
  Workforce0000000003000,
  Roles0000000003001,
  Teams0000000003002,
  ProfileMigrations0000000003003,
  FormerAssignments0000000003004,
  Assessments0000000004000,
  Gaps0000000004100,
  Expiries0000000004200,
  DerivedScores0000000004300,
  RunOutScores0000000004310,
  Training0000000005000,
  TrainingPlans0000000005100,
  Groups0000000006000,
];

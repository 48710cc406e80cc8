import { Module } from '@nestjs/common';
import { FrameworksModule } from '#frameworks';
import { GapsModule } from '#gaps';
import { RolesModule } from '#roles';
import { TrainingModule } from '#training';
import { WorkforceModule } from '#workforce';
import { KsaWordsService } from '../groups/ksa-words.ts';
import { PolicyInForce } from '../policy-in-force.ts';
import { PlannedChangesService } from './planned-changes.service.ts';
import { ScopeMembersRepository } from './scope-members.repository.ts';
import { WhatIfController } from './what-if.controller.ts';
import { WhatIfLevelsService } from './what-if-levels.service.ts';
import { WhatIfService } from './what-if.service.ts';

/** The effect of a change before it is made. */
@Module({
  imports: [FrameworksModule, WorkforceModule, RolesModule, GapsModule, TrainingModule],
  controllers: [WhatIfController],
  providers: [
    KsaWordsService,
    PlannedChangesService,
    PolicyInForce,
    ScopeMembersRepository,
    WhatIfLevelsService,
    WhatIfService,
  ],
})
export class WhatIfModule {}

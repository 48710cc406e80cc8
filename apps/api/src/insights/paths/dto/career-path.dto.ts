import { z } from 'zod';
import { coverageDto } from '#gaps';
import { scaleDto } from '#assessments';
import { listQuery } from '#platform/http/list';
import { oneLine } from '#platform/http/text';

const numerator = z.int().min(0);
const minutes = z.int().min(0);
const ksa = { ksaCode: z.string(), title: z.string() };

const kind = z.enum(['role-profile', 'occupation']);

const gainDto = z.strictObject({ ...ksa, from: z.int(), to: z.int() }).meta({ id: 'LevelGain' });
const toAssessDto = z.strictObject({ ...ksa, requiredLevel: z.int() });

const leastTrainingDto = z
  .strictObject({
    minutes: minutes.meta({ description: 'Of all programmes together.' }),
    atLeastMinutes: minutes.meta({ description: 'Nothing that reaches the same takes less than this.' }),
    exact: z.boolean().meta({ description: 'Both are the same: nothing is shorter.' }),
    programmes: z
      .array(z.strictObject({ id: z.uuid(), title: z.string(), minutes }))
      .meta({ description: 'In an order that can be entered.' }),
    notClosable: z
      .array(z.strictObject({ ...ksa, level: z.int() }))
      .meta({ description: 'Reached by no programme, and left out of all the rest.' }),
  })
  .meta({ id: 'LeastTraining' });

export type LeastTrainingDto = z.output<typeof leastTrainingDto>;

const roleDto = z
  .strictObject({
    id: z.uuid(),
    kind,
    name: z.string(),
    technologyArea: z
      .string()
      .nullable()
      .meta({ description: 'The name of an occupation’s; null of a role profile.' }),
    version: z.int().nullable().meta({ description: 'Of a role profile.' }),
  })
  .meta({ id: 'PathRole' });

export type PathRoleDto = z.output<typeof roleDto>;

const transfer = {
  denominator: z.int().min(1),
  low: numerator,
  high: numerator,
  coverage: coverageDto,
  toGain: z.array(gainDto).meta({ description: 'What the worker is short in.' }),
  toAssess: z.array(toAssessDto).meta({ description: 'Unknown: assessed before it is trained for.' }),
  training: leastTrainingDto.meta({ description: 'Closes what is known to be short.' }),
  atMost: leastTrainingDto.meta({ description: 'Closes everything unknown as well, each as a 0.' }),
};

export const careerPathSummaryDto = z
  .strictObject({
    id: z.uuid().meta({ description: "The role's." }),
    role: roleDto,
    assigned: z.boolean().meta({ description: 'The worker has this role.' }),
    ...transfer,
  })
  .meta({ id: 'CareerPathSummary' });

export type CareerPathSummaryDto = z.output<typeof careerPathSummaryDto>;

export const careerPathsQuery = listQuery({
  sort: ['name', 'low', 'minutes'],
  filter: {
    kind: kind.optional(),
    assigned: z.boolean().optional(),
    q: oneLine(100).optional().meta({ description: "Part of the role's name." }),
  },
});

export type CareerPathsQuery = z.output<typeof careerPathsQuery>;

export const careerPathQuery = z.strictObject({
  learnedInRole: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(1)
    .meta({
      description:
        'How many levels of a requirement that is not critical are learned in a role on the way, by doing it. ' +
        'With 0 no way is shorter than the direct one.',
    }),
});

export type CareerPathQuery = z.output<typeof careerPathQuery>;

export const careerPathDto = z
  .strictObject({
    id: z.string().meta({ description: "Worker's and role's ids, joined by a full stop." }),
    worker: z.strictObject({ id: z.uuid(), name: z.string() }),
    role: roleDto,
    assigned: z.boolean(),
    scale: scaleDto,
    policy: z.strictObject({ version: z.int(), name: z.string() }),
    asOf: z.iso.date(),
    ...transfer,
    shared: z
      .array(z.strictObject({ ...ksa, requiredLevel: z.int() }))
      .meta({ description: 'What the role asks for and the worker attains.' }),
    learnedInRole: z.int(),
    rolesConsidered: z.int().meta({ description: 'As stations on the way: the nearest of those there are.' }),
    rolesThere: z.int(),
    path: z
      .strictObject({
        minutes,
        exact: z.boolean().meta({ description: 'The training of each step is proven to be the shortest.' }),
        openKsas: z.int().meta({ description: 'KSAs that no programme reaches: the last step names them.' }),
        steps: z.array(
          z.strictObject({
            role: roleDto,
            training: leastTrainingDto,
            learned: z.array(gainDto).meta({ description: 'In the role, by doing it.' }),
          }),
        ),
      })
      .meta({
        description:
          'The fewest minutes of training of all ways through other roles; an unknown counts 0. Where programmes do ' +
          'not reach everything, first the fewest KSAs that stay short.',
      }),
  })
  .meta({ id: 'CareerPath' });

export type CareerPathDto = z.output<typeof careerPathDto>;

export const roleTransferDto = z
  .strictObject({
    from: roleDto,
    to: roleDto,
    shared: z.array(z.strictObject({ ...ksa, fromLevel: z.int(), toLevel: z.int() })),
    toGain: z.array(gainDto),
    left: z.array(z.strictObject({ ...ksa, requiredLevel: z.int() })),
    training: leastTrainingDto.meta({ description: 'For somebody who just meets the first.' }),
  })
  .meta({ id: 'RoleTransfer' });

export type RoleTransferDto = z.output<typeof roleTransferDto>;

import type { LeastTraining, LevelGain, Requirement } from '#domain';
import type { KsaWords } from '../groups/ksa-words.ts';
import type { LeastTrainingDto, PathRoleDto } from './dto/career-path.dto.ts';
import type { KnownRole } from './path-role.types.ts';
import type { KnownProgrammes } from './programmes-graph.service.ts';

/** Says in words what the domain says in numbers. */
export class PathsInWords {
  constructor(
    private readonly wordsOf: (ksaNo: number) => KsaWords,
    private readonly programmes: KnownProgrammes,
  ) {}

  training({ minutes, atLeastMinutes, exact, programmeIds, notClosable }: LeastTraining): LeastTrainingDto {
    return {
      ...{ minutes, atLeastMinutes, exact },
      programmes: programmeIds.map((id) => {
        const programme = this.programmes.byId.get(id);
        if (programme === undefined) throw new Error(`Programme ${id} is searched for and gone.`);
        return { id, title: programme.title, minutes: Math.round(programme.hours * 60) };
      }),
      notClosable: notClosable.map(({ ksaNo, level }) => ({ ...this.wordsOf(ksaNo), level })),
    };
  }

  gain({ ksaNo, from, to }: LevelGain) {
    return { ...this.wordsOf(ksaNo), from, to };
  }

  asked({ ksaNo, requiredLevel }: Requirement) {
    return { ...this.wordsOf(ksaNo), requiredLevel };
  }

  shared({ ksaNo, fromLevel, toLevel }: { ksaNo: number; fromLevel: number; toLevel: number }) {
    return { ...this.wordsOf(ksaNo), fromLevel, toLevel };
  }
}

export function toPathRoleDto({ id, kind, name, technologyArea, version }: KnownRole): PathRoleDto {
  return { id, kind, name, technologyArea, version };
}

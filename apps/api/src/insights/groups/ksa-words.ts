import { Injectable } from '@nestjs/common';
import { FrameworksService } from '#frameworks';
import type { RequestContext } from '#platform/context/request-context';

/** A KSA as people name it. */
export interface KsaWords {
  readonly ksaCode: string;
  readonly title: string;
}

@Injectable()
export class KsaWordsService {
  constructor(private readonly frameworks: FrameworksService) {}

  /** As the newest release that has it words it: a role may ask for what the current release has no more. */
  async of(context: RequestContext, ksaNos: readonly number[]): Promise<(ksaNo: number) => KsaWords> {
    const words = new Map<number, KsaWords>();
    for (const { id } of await this.frameworks.releases(context)) {
      const missing = ksaNos.filter((ksaNo) => !words.has(ksaNo));
      if (missing.length === 0) break;
      for (const [ksaNo, { code, title }] of await this.frameworks.ksasByNo(context, id, missing))
        words.set(ksaNo, { ksaCode: code, title });
    }
    return (ksaNo) => {
      const found = words.get(ksaNo);
      if (found === undefined) throw new Error(`No release has the KSA of number ${ksaNo}.`);
      return found;
    };
  }
}

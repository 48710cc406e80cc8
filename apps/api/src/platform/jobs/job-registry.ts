import { Injectable } from '@nestjs/common';
import { DiscoveryService, ModuleRef } from '@nestjs/core';
import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { definedJobs } from './job-definition.ts';
import { TenantProcessor } from './tenant-processor.ts';

/** Where @nestjs/bullmq's @Processor leaves its queue's name. */
const PROCESSOR_METADATA = 'bullmq:processor_metadata';

@Injectable()
export class JobRegistry {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly modules: ModuleRef,
  ) {}

  queue(name: string): Queue {
    return this.modules.get<Queue>(getQueueToken(name), { strict: false });
  }

  queues(): Queue[] {
    return definedJobs().map(({ name }) => this.queue(name));
  }

  /** Work that is enqueued and never done would be found out late: the start fails instead. */
  assertOneProcessorEach(): void {
    const processors = this.processors();
    for (const { name } of definedJobs()) {
      const those = processors.filter((processor) => queueOf(processor) === name);
      if (those.length !== 1) {
        const who = those.map((processor) => processor.constructor.name).join(' and ');
        throw new Error(
          `The job "${name}" has ${those.length === 0 ? 'no processor' : `two processors: ${who}`}.`,
        );
      }
    }
    for (const processor of processors) {
      const name = queueOf(processor);
      if (!definedJobs().some((job) => job.name === name)) {
        throw new Error(`${processor.constructor.name} takes the job "${name}", which nobody has defined.`);
      }
    }
  }

  /** Lets what is being worked on finish; takes nothing new. */
  async closeWorkers(): Promise<void> {
    await Promise.all(
      this.processors().map(async (processor) => {
        try {
          await processor.worker.close();
        } catch {
          // Never started: this process does not work.
        }
      }),
    );
  }

  private processors(): TenantProcessor<object>[] {
    const instances = this.discovery.getProviders().map(({ instance }) => instance as unknown);
    return [
      ...new Set(
        instances.filter(
          (instance): instance is TenantProcessor<object> => instance instanceof TenantProcessor,
        ),
      ),
    ];
  }
}

function queueOf(processor: object): string | undefined {
  const metadata = Reflect.getMetadata(PROCESSOR_METADATA, processor.constructor) as
    { name?: string } | undefined;
  return metadata?.name;
}

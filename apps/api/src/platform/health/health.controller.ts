import { Controller, Get, HttpCode } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/access.decorator.ts';
import { HealthService } from './health.service.ts';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @Public('asked by what keeps the process running')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The process answers' })
  live(): void {}

  @Get('ready')
  @Public('asked by what sends requests here')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Database and queue answer' })
  ready(): Promise<void> {
    return this.health.assertReady();
  }
}

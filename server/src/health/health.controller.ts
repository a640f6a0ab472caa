import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { HealthCheckService } from '@nestjs/terminus';
import { Problem } from '../errors.js';
import { Public } from '../tenants/caller.js';
import { DatabaseIndicator } from './database.indicator.js';
import { metrics } from './metrics.js';

@ApiTags('health')
@Public()
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: DatabaseIndicator,
  ) {}

  @Get('health/live')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Whether the process works; says nothing of the database' })
  @ApiResponse({ status: 200 })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Whether the service can do its work now' })
  @ApiResponse({ status: 200 })
  @ApiResponse({ status: 503 })
  async ready(): Promise<{ status: 'ok' }> {
    try {
      await this.health.check([() => this.database.check()]);
      return { status: 'ok' };
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      throw new Problem('not_ready', 'The database does not answer.', {}, { cause: error });
    }
  }

  @Get('metrics')
  @Header('content-type', metrics.contentType)
  @ApiOperation({ summary: "The service's own figures, for Prometheus" })
  @ApiResponse({ status: 200 })
  metrics(): Promise<string> {
    return metrics.metrics();
  }
}

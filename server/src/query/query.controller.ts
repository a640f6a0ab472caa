import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { problems } from '../health/metrics.js';
import { Caller, Scopes } from '../tenants/caller.js';
import { QueryBody } from './query.schema.js';
import { type QueryResults, QueryService, type Report } from './query.service.js';
import { whileWaiting } from './while-waiting.js';

const Results = z
  .object({ results: z.record(z.string(), z.looseObject({ status: z.int() })) })
  .describe("Grafana's own response: frames, or an error, under the refId of each query.");

@ApiTags('questions')
@ApiBearerAuth()
@Scopes('read')
@Controller('api/v1/query')
export class QueryController {
  constructor(private readonly queries: QueryService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Numbers for panels, alert rules and exports' })
  @ApiResponse({ status: 200, standardSchema: Results })
  ask(
    @Caller() caller: Caller,
    @Body({ schema: QueryBody }) body: QueryBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QueryResults | undefined> {
    const { id, log } = reply.request;
    const report: Report = (fault, refId, code) => {
      log.error({ err: fault, refId, code }, 'a query failed');
      problems.inc({ code });
      return id;
    };
    return whileWaiting(reply, (signal) => this.queries.ask(caller, body, signal, report));
  }
}

import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller, Scopes } from '../tenants/caller.js';
import { SearchAnswer, SearchBody, searchJsonSchema } from './search.schema.js';
import { SearchService } from './search.service.js';
import { whileWaiting } from './while-waiting.js';

const NDJSON = 'application/x-ndjson';

@ApiTags('questions')
@ApiBearerAuth()
@Scopes('read')
@Controller('api/v1/search')
export class SearchController {
  constructor(private readonly records: SearchService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'The records behind a number, the newest first',
    description: `With Accept: ${NDJSON} one record a line; the next page's cursor then stands in the header x-next-cursor.`,
  })
  @ApiBody({ schema: searchJsonSchema() })
  @ApiProduces('application/json', NDJSON)
  @ApiResponse({ status: 200, standardSchema: SearchAnswer })
  async find(
    @Caller() caller: Caller,
    @Body({ schema: SearchBody }) body: SearchBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SearchAnswer | string | undefined> {
    const answer = await whileWaiting(reply, (signal) => this.records.find(caller, body, signal));
    return answer && wantsLines(request) ? lines(answer, reply) : answer;
  }
}

function wantsLines({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.split(',').some((type) => type.split(';')[0]?.trim() === NDJSON);
}

function lines({ rows, next }: SearchAnswer, reply: FastifyReply): string {
  void reply.type(`${NDJSON}; charset=utf-8`);
  if (next !== null) void reply.header('x-next-cursor', next);
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

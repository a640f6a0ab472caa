import { Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SITE, type Site } from '../console/site.js';
import type { IntakeAnswer } from '../ingest/intake.js';
import { RecordsAnswer } from '../ingest/records.schema.js';
import { Public } from '../tenants/caller.js';
import { HooksService } from './hooks.service.js';

@ApiTags('webhooks')
@Public()
@Controller('hooks')
export class HooksController {
  constructor(
    private readonly hooks: HooksService,
    @Inject(SITE) private readonly site: Site,
  ) {}

  @Post(':connection')
  @HttpCode(200)
  @ApiOperation({
    summary: "Takes a provider's webhook in; answers once everything it says is on disk",
    description:
      "The provider's signature is the key. A wrong or late one and an unknown address are refused alike with 401. Providers that want another answer than this get theirs.",
  })
  @ApiBody({ schema: { description: "The provider's payload." } })
  @ApiResponse({ status: 200, standardSchema: RecordsAnswer })
  async take(
    @Param('connection') connection: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IntakeAnswer | string> {
    const { outcome, answer } = await this.hooks.take(connection, {
      body: request.rawBody ?? Buffer.alloc(0),
      headers: request.headers,
      url: (this.site.publicUrl?.replace(/\/+$/, '') ?? `${request.protocol}://${request.host}`) + request.originalUrl,
      at: Date.now(),
    });
    if (answer === undefined) return outcome;
    void reply.type(answer.type);
    return answer.body;
  }
}

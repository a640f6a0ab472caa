import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../errors.js';
import { Caller, Public, Scopes } from '../tenants/caller.js';
import { WhoamiService } from '../tenants/whoami.service.js';
import { whereFrom } from './same-origin.js';
import { writeSessionCookie } from './session-cookie.js';
import { SessionView, SignIn } from './session.schema.js';
import { Sessions } from './sessions.js';
import { SITE, type Site } from './site.js';

@ApiTags('console')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly whoami: WhoamiService,
    @Inject(SITE) private readonly site: Site,
  ) {}

  @Post()
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'Signs in to the console: a cookie that stands for the key, for 12 hours' })
  @ApiResponse({ status: 204 })
  async signIn(
    @Body({ schema: SignIn }) { key }: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    // Nobody shall be signed in as somebody else by a page of another site.
    if (whereFrom(request, this.site.publicUrl) === 'elsewhere') throw new Problem('cross_site');
    writeSessionCookie(reply, this.site.secure, await this.sessions.open(key, request.ip));
  }

  @Get()
  @ApiBearerAuth()
  @Scopes()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Who is signed in, and what stands beside the console' })
  @ApiResponse({ status: 200, standardSchema: SessionView })
  async get(@Caller() caller: Caller, @Req() request: FastifyRequest): Promise<SessionView> {
    const [whoami, expiresAt] = await Promise.all([this.whoami.of(caller), this.sessions.expiry(request)]);
    const { grafana, publicUrl = null } = this.site;
    return { ...whoami, grafana, publicUrl, expiresAt };
  }

  @Delete()
  @ApiBearerAuth()
  @Scopes()
  @HttpCode(204)
  @ApiOperation({ summary: 'Signs out' })
  @ApiResponse({ status: 204 })
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.close(request);
    writeSessionCookie(reply, this.site.secure, undefined);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PageQuery, pageOf, type Page } from '../http/page.js';
import { invalidRequest } from '../http/validation.js';
import { Caller, Scopes } from '../tenants/caller.js';
import { QuarantineItem, ReplayAnswer, ReplayInput, replayJsonSchema } from './quarantine.schema.js';
import { QuarantineService } from './quarantine.service.js';

@ApiTags('records')
@ApiBearerAuth()
@Scopes('admin')
@Controller('api/v1/quarantine')
export class QuarantineController {
  constructor(private readonly quarantine: QuarantineService) {}

  @Get()
  @ApiOperation({ summary: 'Records that were refused, the newest first' })
  @ApiResponse({ status: 200, standardSchema: pageOf(QuarantineItem) })
  list(@Caller() caller: Caller, @Query({ schema: PageQuery }) query: PageQuery): Promise<Page<QuarantineItem>> {
    return this.quarantine.list(caller, query);
  }

  @Post(':id/replay')
  @HttpCode(200)
  @ApiOperation({ summary: 'Takes a record in again, mended or as it was; once' })
  @ApiBody({ required: false, schema: replayJsonSchema() })
  @ApiResponse({ status: 200, standardSchema: ReplayAnswer })
  replay(
    @Caller() caller: Caller,
    @Param('id') id: string,
    // Read as it came: the pipe takes members such as "constructor" out of a body, and a mended record is checked whole.
    @Body() body: unknown,
  ): Promise<ReplayAnswer> {
    const input = ReplayInput.safeParse(body);
    if (!input.success) throw invalidRequest(input.error.issues);
    return this.quarantine.replay(caller, id, input.data?.record);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Discards a refused record' })
  @ApiResponse({ status: 204 })
  discard(@Caller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.quarantine.discard(caller, id);
  }
}

import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Caller, Scopes } from '../tenants/caller.js';
import { DimensionValues, ValuesQuery } from './dimension-values.schema.js';
import { DimensionValuesService } from './dimension-values.service.js';
import { whileWaiting } from './while-waiting.js';

@ApiTags('questions')
@ApiBearerAuth()
@Scopes('read')
@Controller('api/v1/dimensions/:id/values')
export class DimensionValuesController {
  constructor(private readonly dimensionValues: DimensionValuesService) {}

  @Get()
  @ApiOperation({ summary: 'The values that a dimension takes' })
  @ApiResponse({ status: 200, standardSchema: DimensionValues })
  find(
    @Caller() caller: Caller,
    @Param('id') id: string,
    @Query({ schema: ValuesQuery }) query: ValuesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DimensionValues | undefined> {
    return whileWaiting(reply, (signal) => this.dimensionValues.find(caller, id, query, signal));
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Page, PageQuery, pageOf } from '../http/page.js';
import { Caller, Scopes } from './caller.js';
import { KeyInput, KeyView, NewKeyView } from './key.schema.js';
import { KeysService } from './keys.service.js';

@ApiTags('administration')
@ApiBearerAuth()
@Scopes('admin')
@Controller('api/v1/tenants/:tenant/keys')
export class KeysController {
  constructor(private readonly keys: KeysService) {}

  @Get()
  @ApiOperation({ summary: 'The keys of a tenant, revoked ones too, without the keys themselves' })
  @ApiResponse({ status: 200, standardSchema: pageOf(KeyView) })
  list(
    @Caller() caller: Caller,
    @Param('tenant') tenant: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<KeyView>> {
    return this.keys.list(caller, tenant, query);
  }

  @Post()
  @ApiOperation({ summary: 'Makes a key, which is shown this once' })
  @ApiResponse({ status: 201, standardSchema: NewKeyView })
  create(
    @Caller() caller: Caller,
    @Param('tenant') tenant: string,
    @Body({ schema: KeyInput }) input: KeyInput,
  ): Promise<NewKeyView> {
    return this.keys.create(caller, tenant, input);
  }

  @Delete(':key')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revokes a key' })
  @ApiResponse({ status: 204 })
  revoke(@Caller() caller: Caller, @Param('tenant') tenant: string, @Param('key') key: string): Promise<void> {
    return this.keys.revoke(caller, tenant, key);
  }
}

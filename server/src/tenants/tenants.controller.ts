import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Page, PageQuery, pageOf } from '../http/page.js';
import { Caller, Scopes } from './caller.js';
import { TenantChange, TenantInput, TenantView } from './tenant.schema.js';
import { TenantsService } from './tenants.service.js';

@ApiTags('administration')
@ApiBearerAuth()
@Scopes('admin')
@Controller('api/v1/tenants')
export class TenantsController {
  constructor(private readonly tenants: TenantsService) {}

  @Get()
  @ApiOperation({ summary: 'The tenants that the key may administer, by id' })
  @ApiResponse({ status: 200, standardSchema: pageOf(TenantView) })
  list(@Caller() caller: Caller, @Query({ schema: PageQuery }) query: PageQuery): Promise<Page<TenantView>> {
    return this.tenants.list(caller, query);
  }

  @Post()
  @ApiOperation({ summary: 'Makes a tenant; the bootstrap key only' })
  @ApiResponse({ status: 201, standardSchema: TenantView })
  create(@Caller() caller: Caller, @Body({ schema: TenantInput }) input: TenantInput): Promise<TenantView> {
    return this.tenants.create(caller, input);
  }

  @Get(':tenant')
  @ApiOperation({ summary: 'One tenant' })
  @ApiResponse({ status: 200, standardSchema: TenantView })
  get(@Caller() caller: Caller, @Param('tenant') tenant: string): Promise<TenantView> {
    return this.tenants.get(caller, tenant);
  }

  @Patch(':tenant')
  @ApiOperation({ summary: 'Changes name, time zone or week start' })
  @ApiResponse({ status: 200, standardSchema: TenantView })
  change(
    @Caller() caller: Caller,
    @Param('tenant') tenant: string,
    @Body({ schema: TenantChange }) change: TenantChange,
  ): Promise<TenantView> {
    return this.tenants.change(caller, tenant, change);
  }

  @Delete(':tenant')
  @HttpCode(204)
  @ApiOperation({ summary: 'Deletes a tenant with all its data; the bootstrap key only' })
  @ApiResponse({ status: 204 })
  delete(@Caller() caller: Caller, @Param('tenant') tenant: string): Promise<void> {
    return this.tenants.delete(caller, tenant);
  }
}

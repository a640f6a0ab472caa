import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Scopes } from './caller.js';
import { Settings, SettingsChange } from './settings.schema.js';
import { TenantsService } from './tenants.service.js';

@ApiTags('administration')
@ApiBearerAuth()
@Scopes('admin')
@Controller('api/v1/tenants/:tenant/settings')
export class SettingsController {
  constructor(private readonly tenants: TenantsService) {}

  @Get()
  @ApiOperation({ summary: 'The settings in force' })
  @ApiResponse({ status: 200, standardSchema: Settings })
  get(@Caller() caller: Caller, @Param('tenant') tenant: string): Promise<Settings> {
    return this.tenants.settings(caller, tenant);
  }

  @Patch()
  @ApiOperation({ summary: 'Changes settings; null goes back to the default' })
  @ApiResponse({ status: 200, standardSchema: Settings })
  change(
    @Caller() caller: Caller,
    @Param('tenant') tenant: string,
    @Body({ schema: SettingsChange }) change: SettingsChange,
  ): Promise<Settings> {
    return this.tenants.changeSettings(caller, tenant, change);
  }
}

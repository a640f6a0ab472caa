import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Page, PageQuery, pageOf } from '../http/page.js';
import { Caller, Scopes } from '../tenants/caller.js';
import { ConnectionInput, ConnectionView, NewSecretView, SecretInput } from './connection.schema.js';
import { ConnectionsService } from './connections.service.js';

@ApiTags('administration')
@ApiBearerAuth()
@Scopes('admin')
@Controller('api/v1/tenants/:tenant/connections')
export class ConnectionsController {
  constructor(private readonly connections: ConnectionsService) {}

  @Get()
  @ApiOperation({ summary: 'The connections of a tenant, disabled ones too, without their secrets' })
  @ApiResponse({ status: 200, standardSchema: pageOf(ConnectionView) })
  list(
    @Caller() caller: Caller,
    @Param('tenant') tenant: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<ConnectionView>> {
    return this.connections.list(caller, tenant, query);
  }

  @Post()
  @ApiOperation({ summary: "Makes an address for a provider's webhooks; a made secret is shown this once" })
  @ApiResponse({ status: 201, standardSchema: NewSecretView })
  create(
    @Caller() caller: Caller,
    @Param('tenant') tenant: string,
    @Body({ schema: ConnectionInput }) input: ConnectionInput,
  ): Promise<NewSecretView> {
    return this.connections.create(caller, tenant, input);
  }

  @Post(':connection/secrets')
  @ApiOperation({ summary: 'Changes the secret; the one before stays good for a while, the one before that ends' })
  @ApiResponse({ status: 201, standardSchema: NewSecretView })
  rotate(
    @Caller() caller: Caller,
    @Param('tenant') tenant: string,
    @Param('connection') connection: string,
    @Body({ schema: SecretInput }) input: SecretInput,
  ): Promise<NewSecretView> {
    return this.connections.rotate(caller, tenant, connection, input);
  }

  @Delete(':connection')
  @HttpCode(204)
  @ApiOperation({ summary: 'Disables a connection for good and forgets its secrets' })
  @ApiResponse({ status: 204 })
  disable(
    @Caller() caller: Caller,
    @Param('tenant') tenant: string,
    @Param('connection') connection: string,
  ): Promise<void> {
    return this.connections.disable(caller, tenant, connection);
  }
}

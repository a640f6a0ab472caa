import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Scopes } from '../tenants/caller.js';
import { Catalogue, toCatalogue } from './catalogue.schema.js';

@ApiTags('questions')
@ApiBearerAuth()
@Scopes('read')
@Controller('api/v1/catalogue')
export class CatalogueController {
  @Get()
  @ApiOperation({ summary: 'Every metric, dimension and limit' })
  @ApiResponse({ status: 200, standardSchema: Catalogue })
  get(@Caller() { settings }: Caller): Catalogue {
    return toCatalogue(settings);
  }
}

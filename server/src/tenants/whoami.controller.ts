import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Scopes } from './caller.js';
import { Whoami } from './whoami.schema.js';
import { WhoamiService } from './whoami.service.js';

@ApiTags('questions')
@ApiBearerAuth()
@Scopes()
@Controller('api/v1/whoami')
export class WhoamiController {
  constructor(private readonly whoami: WhoamiService) {}

  @Get()
  @ApiOperation({ summary: 'What the key stands for' })
  @ApiResponse({ status: 200, standardSchema: Whoami })
  get(@Caller() caller: Caller): Promise<Whoami> {
    return this.whoami.of(caller);
  }
}

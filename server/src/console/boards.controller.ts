import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Problem } from '../errors.js';
import { Scopes } from '../tenants/caller.js';
import { BoardDocument, BoardList } from './board.schema.js';
import { Boards } from './boards.js';

@ApiTags('console')
@ApiBearerAuth()
@Scopes('read')
@Controller('api/v1/boards')
export class BoardsController {
  constructor(private readonly boards: Boards) {}

  @Get()
  @ApiOperation({ summary: 'The boards, by folder' })
  @ApiResponse({ status: 200, standardSchema: BoardList })
  list(): BoardList {
    return { items: this.boards.list() };
  }

  @Get(':uid')
  @ApiOperation({ summary: 'One board, as it is provisioned into Grafana' })
  @ApiResponse({ status: 200, standardSchema: BoardDocument })
  get(@Param('uid') uid: string): BoardDocument {
    const board = this.boards.find(uid);
    if (board === undefined) throw new Problem('not_found', 'There is no such board.');
    return board;
  }
}

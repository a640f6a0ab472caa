import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IngestModule } from '../ingest/ingest.module.js';
import { ConnectionEntity } from './connection.entity.js';
import { ConnectionsController } from './connections.controller.js';
import { ConnectionsService } from './connections.service.js';
import { HooksController } from './hooks.controller.js';
import { HooksService } from './hooks.service.js';

@Module({
  imports: [IngestModule, TypeOrmModule.forFeature([ConnectionEntity])],
  controllers: [ConnectionsController, HooksController],
  providers: [ConnectionsService, HooksService],
})
export class ConnectionsModule {}

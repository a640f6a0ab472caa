import { Module } from '@nestjs/common';
import { TenantsModule } from '../tenants/tenants.module.js';
import { Boards } from './boards.js';
import { BoardsController } from './boards.controller.js';
import { SessionController } from './session.controller.js';
import { SignInLinks } from './sign-in-links.js';

@Module({
  imports: [TenantsModule],
  controllers: [BoardsController, SessionController],
  providers: [Boards, SignInLinks],
})
export class ConsoleModule {}

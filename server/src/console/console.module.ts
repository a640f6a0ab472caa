import { Module } from '@nestjs/common';
import { Boards } from './boards.js';
import { BoardsController } from './boards.controller.js';
import { SessionController } from './session.controller.js';
import { SignInLinks } from './sign-in-links.js';

@Module({
  controllers: [BoardsController, SessionController],
  providers: [Boards, SignInLinks],
})
export class ConsoleModule {}

import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { HIDDEN, withoutKeys } from '../hidden-keys.js';

export interface LogSettings {
  level: string;
  /** Texts that must not appear, whatever they look like. */
  secrets?: readonly string[];
  /** Instead of standard output. */
  destination?: DestinationStream;
}

/** The service's log: a JSON object a line, in which no key can appear, wherever it came from. */
export function createLog({ level, secrets = [], destination }: LogSettings): Logger {
  const hide = (line: string): string =>
    secrets.reduce((text, secret) => text.replaceAll(secret, HIDDEN), withoutKeys(line));
  const options = {
    level,
    base: null,
    redact: { paths: ['req.headers.authorization', 'headers.authorization', 'password'], censor: HIDDEN },
    hooks: { streamWrite: hide },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Nest's own messages in the same log; its start-up chatter is of interest only when debugging. */
export function nestLog(log: Logger): LoggerService {
  const at =
    (level: 'fatal' | 'error' | 'warn' | 'debug' | 'trace') =>
    (message: unknown, ...details: unknown[]): void =>
      log[level]({ details }, message instanceof Error ? message.message : String(message));
  return {
    fatal: at('fatal'),
    error: at('error'),
    warn: at('warn'),
    log: at('debug'),
    debug: at('debug'),
    verbose: at('trace'),
  };
}

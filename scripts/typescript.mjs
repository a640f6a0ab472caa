import { register } from 'node:module';

/** `node --import ./scripts/typescript.mjs file.ts`: runs the sources of the tools (bench, proofs, generators) as they are. */
register('./typescript-hooks.mjs', import.meta.url);

import { isBroken, sentence } from '../test/reliability/figures.js';
import { PROMISES } from '../test/reliability/promises.js';
import { Program } from '../test/reliability/service/program.js';
import { chooseOptions } from './options.js';
import { Stages } from './stages.js';
import { writeTranscript, type Proof } from './transcript.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Proves the chosen promises one after the other and says what was found. @returns whether all hold */
async function prove(): Promise<boolean> {
  const options = chooseOptions(process.argv.slice(2), PROMISES.map(({ id }) => id)); // prettier-ignore
  const program = Program.compile();
  const proofs: Proof[] = [];
  let isWhole = true;
  try {
    for (const promise of PROMISES.filter(({ id }) => options.ids.includes(id))) {
      say(`\n${promise.id}  ${promise.title}`);
      const stages = new Stages(program);
      const begun = Date.now();
      try {
        const figures = await promise[options.size]({
          program,
          openStage: (environment) => stages.open(environment),
          seed: options.seed,
          log: (line) => say(`    ${line}`),
        });
        const seconds = Math.round((Date.now() - begun) / 1000);
        for (const figure of figures) say(`  ${sentence(figure)}`);
        say(`  ${figures.some(isBroken) ? 'BROKEN' : 'holds'}, ${seconds} s`);
        proofs.push({ id: promise.id, figures, seconds });
      } catch (error) {
        isWhole = false;
        say(`  FAILED: ${error instanceof Error ? error.message : String(error)}`);
      } finally {
        await stages.close();
      }
    }
  } finally {
    program.remove();
  }
  if (options.write) say(`\nWritten: ${writeTranscript(PROMISES, proofs, options)}`);
  return isWhole && proofs.every(({ figures }) => !figures.some(isBroken));
}

// What was started is ended, and what was made removed, when this program exits.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
process.exitCode = (await prove()) ? 0 : 1;

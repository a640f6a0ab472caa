import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { address } from './address.journey.js';
import { boardsChange, boardsOpen } from './boards.journey.js';
import { catalogue } from './catalogue.journey.js';
import { findChromium } from './chromium.js';
import { connections } from './connections.journey.js';
import { csvFiles } from './csv.journey.js';
import { everyone } from './everyone.journey.js';
import { intake } from './intake.journey.js';
import { numbers } from './numbers.journey.js';
import { Opened } from './opened.js';
import { signIn } from './sign-in.journey.js';
import { trouble } from './trouble.journey.js';

const chromium = findChromium();

if (chromium === undefined) {
  process.stderr.write(
    '\nSKIPPED: the journeys through the console need a Chromium (CHROMIUM_PATH, or on the PATH).\n',
  );
}

(chromium === undefined ? describe.skip : describe)('the console in a browser', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await Opened.open(chromium ?? '');
  }, 120_000);
  // Whatever a test is about, no page may ask another origin, break the content security policy or fail by itself.
  afterEach(async () => {
    expect(await opened.closePages()).toEqual([]);
  });
  afterAll(() => opened.close());

  const all = [
    signIn,
    boardsOpen,
    boardsChange,
    address,
    numbers,
    csvFiles,
    catalogue,
    intake,
    connections,
    everyone,
    trouble,
  ];
  for (const journeys of all) journeys(() => opened);
});

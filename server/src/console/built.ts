import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../console/dist', import.meta.url));
const INDEX = 'index.html';
/** Names of files that a build makes: no way leads out of its folder. */
const NAME = /^(assets\/)?[A-Za-z0-9_-][\w.-]*$/;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The codings of HTTP that a build uses, the smallest first, and the endings of their files. */
const CODINGS = { br: '.br', gzip: '.gz' } as const;

/** A file of the built console. */
export interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  /** The forms that the build left beside it, by the name of their coding, the smallest first. */
  readonly coded: ReadonlyMap<string, Buffer>;
}

/** The built console, held in memory once asked for; what is built while the service runs is found without a restart. */
export class Built {
  private readonly assets = new Map<string, Asset>();
  private indexTime = 0;

  constructor(private readonly folder: string = FOLDER) {}

  /** The page that every address of the console answers with, its nonce to be filled in; nothing before the first build. */
  index(): string | undefined {
    const time = statSync(join(this.folder, INDEX), { throwIfNoEntry: false })?.mtimeMs;
    if (time !== undefined && time !== this.indexTime) {
      this.indexTime = time;
      this.assets.clear();
    }
    return this.find(INDEX)?.plain.toString('utf8');
  }

  /** A file by its path below the site's root; nothing for any other name. */
  find(name: string): Asset | undefined {
    const known = this.assets.get(name);
    if (known !== undefined || !NAME.test(name)) return known;
    const plain = this.read(name);
    if (plain === undefined) return undefined;
    const coded = Object.entries(CODINGS).flatMap(([coding, ending]) => {
      const content = this.read(name + ending);
      return content === undefined ? [] : [[coding, content] as const];
    });
    const asset = { type: TYPES[extname(name)] ?? 'application/octet-stream', plain, coded: new Map(coded) };
    this.assets.set(name, asset);
    return asset;
  }

  private read(name: string): Buffer | undefined {
    try {
      return readFileSync(join(this.folder, name));
    } catch {
      return undefined;
    }
  }
}

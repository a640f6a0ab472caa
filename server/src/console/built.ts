import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

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

/** A file of the built console. */
export interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzipped: Buffer;
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
    const asset = { type: TYPES[extname(name)] ?? 'application/octet-stream', plain, gzipped: gzipSync(plain) };
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

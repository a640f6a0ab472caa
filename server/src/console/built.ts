import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const FOLDER = fileURLToPath(new URL('../../../console/dist', import.meta.url));
const INDEX = 'index.html';
/** Written when a build is complete. */
const STAMP = '.built';

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

/** The built console in memory; what was built anew is read anew, and the names of the old build still answer until then. */
export class Built {
  private readonly assets = new Map<string, Asset>();
  private names: ReadonlySet<string> = new Set();
  private stamp = '';

  constructor(private readonly folder: string = FOLDER) {}

  /** The page that every address of the console answers with, its nonce to be filled in; nothing before the first build. */
  index(): string | undefined {
    this.refresh();
    return this.stamp === '' ? undefined : this.read(INDEX)?.plain.toString('utf8');
  }

  /** A file by its path below the site's root; nothing for any other name. */
  find(name: string): Asset | undefined {
    if (this.stamp === '') this.refresh();
    return name === INDEX ? undefined : this.read(name);
  }

  private read(name: string): Asset | undefined {
    const known = this.assets.get(name);
    if (known !== undefined || !this.names.has(name)) return known;
    const plain = readFileSync(join(this.folder, name));
    const asset = { type: TYPES[extname(name)] ?? 'application/octet-stream', plain, gzipped: gzipSync(plain) };
    this.assets.set(name, asset);
    return asset;
  }

  private refresh(): void {
    const stamp = this.readStamp();
    if (stamp === '' || stamp === this.stamp) return;
    this.stamp = stamp;
    this.assets.clear();
    const files = readdirSync(this.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    this.names = new Set(
      files
        .map((file) => join(file.parentPath, file.name).slice(this.folder.length + 1))
        .map((name) => name.replaceAll('\\', '/'))
        .filter((name) => name !== STAMP),
    );
  }

  private readStamp(): string {
    try {
      return readFileSync(join(this.folder, STAMP), 'utf8');
    } catch {
      return '';
    }
  }
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type BoardDocument, BoardDocumentHead, type BoardEntry } from './board.schema.js';

/** What Grafana is provisioned with. */
const PROVISIONED = fileURLToPath(new URL('../../../provisioning/dashboards', import.meta.url));
const PROVIDERS = 'dashboards.yaml';
const FOLDER_LINE = /^ +folder: (.+)$/gm;
/** Stands at the head of its folder. */
const FIRST = 'overview';

interface Board {
  entry: BoardEntry;
  document: BoardDocument;
}

/** The provisioned boards, read once: they change with the program. */
@Injectable()
export class Boards {
  private boards: ReadonlyMap<string, Board> | undefined;

  /** All, in the order in which they are shown: folders as Grafana is told them, each board under its title. */
  list(): BoardEntry[] {
    return [...this.all().values()].map(({ entry }) => entry);
  }

  /** The board as Grafana reads it; nothing where there is none of that uid. */
  find(uid: string): BoardDocument | undefined {
    return this.all().get(uid)?.document;
  }

  private all(): ReadonlyMap<string, Board> {
    return (this.boards ??= readBoards(PROVISIONED));
  }
}

/** Every board below a folder of provisioning, by uid, in the order in which they are shown; none where it is not there. */
export function readBoards(provisioned: string): ReadonlyMap<string, Board> {
  if (!existsSync(join(provisioned, PROVIDERS))) return new Map();
  const folders = [...readFileSync(join(provisioned, PROVIDERS), 'utf8').matchAll(FOLDER_LINE)].map(([, name]) => name);
  const boards = folders.flatMap((folder) =>
    folder === undefined ? [] : readFolder(join(provisioned, folder), folder),
  );
  return new Map(boards.map((board) => [board.entry.uid, board]));
}

function readFolder(path: string, folder: string): Board[] {
  const files = readdirSync(path).filter((name) => name.endsWith('.json'));
  const boards = files.map((file): Board => {
    const document = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(join(path, file), 'utf8')));
    const { uid, title, description, tags } = BoardDocumentHead.parse(document);
    return { entry: { uid, title, description: description ?? null, folder, tags }, document };
  });
  const place = ({ entry }: Board): string => `${entry.tags.includes(FIRST) ? 0 : 1} ${entry.title}`;
  return boards.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

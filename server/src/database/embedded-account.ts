import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** Whom the PostgreSQL programs run as; nothing = the user who started the service. */
export interface Account {
  uid?: number;
  gid?: number;
}

/**
 * PostgreSQL refuses to run as root, so root hands it to the owner of the cluster, or to the user postgres, made if missing.
 * @param cluster the data directory, which may not exist yet
 */
export function chooseAccount(cluster: string): Account {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findPostgresUser() ?? makePostgresUser();
}

function findPostgresUser(): Account | undefined {
  try {
    const ask = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }).toString());
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

function makePostgresUser(): Account {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
  } catch {
    // Told below, in one sentence.
  }
  const account = findPostgresUser();
  if (account === undefined) {
    throw new Error(
      'PostgreSQL does not run as root, and the user postgres could not be made: ' +
        'start as an ordinary user, make that user, or set DATABASE_URL.',
    );
  }
  return account;
}

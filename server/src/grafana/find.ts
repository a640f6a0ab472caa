import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** A Grafana installation: its program, and the folder with its `conf/` and `public/`. */
export interface GrafanaInstallation {
  readonly program: string;
  readonly home: string;
}

/** Where the packages of Linux distributions put what belongs to Grafana's program. */
const packagedHome = '/usr/share/grafana';

const isHome = (folder: string): boolean => existsSync(join(folder, 'conf', 'defaults.ini'));

/** The installation that `GRAFANA_HOME` names, else the one on the PATH, else nothing. */
export function findGrafana(
  home: string | undefined,
  path: string = process.env['PATH'] ?? '',
): GrafanaInstallation | undefined {
  if (home !== undefined) {
    const program = join(home, 'bin', 'grafana');
    return existsSync(program) && isHome(home) ? { program, home } : undefined;
  }
  for (const folder of path.split(delimiter)) {
    const program = join(folder, 'grafana');
    if (folder === '' || !existsSync(program)) continue;
    const beside = dirname(dirname(realpathSync(program)));
    const found = [beside, packagedHome].find(isHome);
    if (found !== undefined) return { program, home: found };
  }
  return undefined;
}

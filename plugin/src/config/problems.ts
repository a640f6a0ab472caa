import { t } from '@grafana/i18n';
import { isStored, type Options } from './edit';

/** What is wrong with the address, in words; nothing is said of one that is not entered yet. */
export function urlProblem({ url }: Options): string | undefined {
  const entered = url.trim();
  if (entered === '' || isAddress(entered)) return undefined;
  return t('config.url.problem', 'An address begins with http:// or https:// and names a host.');
}

/** What is wrong with the key, in words; nothing is said before there is an address. */
export function keyProblem(options: Options): string | undefined {
  const entered = options.secureJsonData?.apiKey?.trim() ?? '';
  if (options.url.trim() === '' || isStored(options, 'apiKey') || entered !== '') return undefined;
  return options.readOnly
    ? t(
        'config.api-key.missing-provisioned',
        'The provisioning file brings no key: the environment variable that it names is not set in Grafana.',
      )
    : t('config.api-key.missing', 'The key is missing: without one the service answers nothing.');
}

/** What is wrong with the time zone, in words. */
export function zoneProblem({ jsonData: { timeZone } }: Options): string | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return undefined;
  } catch {
    return t('config.zone.time-zone.problem', 'No such time zone is known, such as Europe/Berlin or UTC.');
  }
}

function isAddress(text: string): boolean {
  try {
    new URL(text);
    return /^https?:\/\/[^/]/.test(text);
  } catch {
    return false;
  }
}

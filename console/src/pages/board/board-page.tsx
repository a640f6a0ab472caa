import type { Dashboard } from '@switchboard/viz';
import { useEffect } from 'react';
import { api } from '../../app/api.js';
import { useBoards } from '../../app/boards.js';
import { Failure } from '../../app/failure.js';
import { NotFound } from '../../app/not-found.js';
import { navigate, usePath } from '../../app/router.js';
import { useAsked } from '../../app/use-asked.js';
import { useWhoami } from '../../app/session.js';
import { Waiting } from '../../app/waiting.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { Board } from './board.js';

/** The board of the address, `/d/{uid}`; the first one at `/`. */
export function BoardPage() {
  const boards = useBoards();
  const uid = /^\/d\/([^/]+)/.exec(usePath())?.[1];
  const first = boards?.[0]?.uid;
  useEffect(() => {
    if (uid === undefined && first !== undefined) navigate(`/d/${first}`, { replace: true });
  }, [uid, first]);
  const { scopes } = useWhoami();
  if (!scopes.includes('read') || (boards !== undefined && first === undefined)) return <NoBoards />;
  return uid === undefined ? <Waiting /> : <AskedBoard uid={uid} />;
}

function AskedBoard({ uid }: { uid: string }) {
  const asked = useAsked(`/api/v1/boards/${uid}`, (signal) =>
    api.get<Dashboard>(`/api/v1/boards/${encodeURIComponent(uid)}`, { signal }),
  );
  if (asked.is === 'failed') return asked.status === 404 ? <NotFound /> : <Failure {...asked} />;
  if (asked.is === 'asking') return <Waiting />;
  return <Board key={uid} dashboard={asked.answer} />;
}

/** For a key that may not read, or where nothing is provisioned. */
function NoBoards() {
  const { t } = useSpeech();
  const { scopes } = useWhoami();
  return <p>{scopes.includes('read') ? t('board.none') : t('board.needsRead')}</p>;
}

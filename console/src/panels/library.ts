import type { Part } from '@switchboard/viz';

const base = () => import('./echarts.js');
const parts = { world: () => import('./echarts-map.js'), shapes: () => import('./echarts-shapes.js') };

// It loads beside the first questions; where that fails, whoever draws is told.
base().catch(() => undefined);

export type Library = Awaited<ReturnType<typeof base>>['echarts'];
export type Instance = ReturnType<Library['init']>;

/**
 * The charts' library with all that a chart needs of it. A chart knows only what the library knew when it was made: what is
 * added later is not drawn.
 */
export async function libraryWith(needs: readonly Part[]): Promise<Library> {
  const [{ echarts }] = await Promise.all([base(), ...needs.map((need) => parts[need]())]);
  return echarts;
}

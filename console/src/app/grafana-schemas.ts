type Takes = (...given: readonly unknown[]) => object;

/** Takes everything as it is, whatever it is told to expect. */
const anything: object = new Proxy(
  {},
  {
    get: (_target, name) =>
      name === 'safeParse' ? (data: unknown) => ({ success: true, data }) : (): object => anything,
  },
);
const takes: Takes = () => anything;

/**
 * Stands for the library with which Grafana's themes check their own files: large, slow to begin, and never in doubt here.
 * Some of its files ask for z, some for each function by its name.
 */
export const z = anything;
export {
  takes as array,
  takes as boolean,
  takes as enum,
  takes as int,
  takes as literal,
  takes as number,
  takes as object,
  takes as string,
  takes as union,
};

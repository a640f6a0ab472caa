import { colours } from '../colours.js';

/** What a tile calls the number of the span before. */
const NAME = 'Before';

/** The numbers of the range that a question is compared with: as the service calls them, "Calls (previous week)", or a tile. */
export const BEFORE = `/\\(previous [a-z]+\\)$|^${NAME}$/`;

interface Property {
  readonly id: string;
  readonly value: unknown;
}

/** A builder that can tell fields apart by what people read. */
interface Overridable {
  overrideByRegexp(regexp: string, properties: Property[]): this;
}

/** Beside the number of a tile: the same, smaller in weight, of the span before. */
export function beforeAsNumber<Builder extends Overridable>(builder: Builder): Builder {
  return builder.overrideByRegexp(BEFORE, [
    { id: 'displayName', value: NAME },
    { id: 'color', value: { mode: 'fixed', fixedColor: colours.endedByPeople } },
  ]);
}

/** Behind the series: a thin dashed line, also behind bars. */
export function beforeAsGhost<Builder extends Overridable>(builder: Builder): Builder {
  return builder.overrideByRegexp(BEFORE, [
    { id: 'color', value: { mode: 'fixed', fixedColor: colours.endedByPeople } },
    { id: 'custom.drawStyle', value: 'line' },
    { id: 'custom.lineInterpolation', value: 'stepAfter' },
    { id: 'custom.lineStyle', value: { fill: 'dash', dash: [6, 6] } },
    { id: 'custom.lineWidth', value: 1 },
    { id: 'custom.fillOpacity', value: 0 },
    { id: 'custom.showPoints', value: 'never' },
  ]);
}

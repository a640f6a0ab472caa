import type { Catalogue } from '../../catalogue/catalogue';
import type { Filter } from '../../query/model';
import { labelOf, operatorChoices, valueChoices } from '../choices';

const SHOWN_VALUES = 5;

/** Filters in words: "Channel is any of Web, Viber; Status is not busy". Unfinished ones filter nothing and are left out. */
export function conditions(filters: Filter[], catalogue: Catalogue): string {
  return filters
    .filter(({ key, values }) => key !== '' && values.length > 0)
    .map((filter) => condition(filter, catalogue))
    .join('; ');
}

function condition({ key, operator, values }: Filter, catalogue: Catalogue): string {
  const known = catalogue.dimensions.find(({ id }) => id === key)?.values ?? [];
  const shown = values.slice(0, SHOWN_VALUES).map((value) => labelOf(valueChoices(known), value));
  const more = values.length > SHOWN_VALUES ? `, +${values.length - SHOWN_VALUES}` : '';
  const how = values.length === 1 ? operator.replace('|', '') : operator;
  return `${dimensionName(key, catalogue)} ${labelOf(operatorChoices(), how)} ${shown.join(', ')}${more}`;
}

/** A dimension as people call it. */
function dimensionName(id: string, { dimensions }: Catalogue): string {
  return dimensions.find((dimension) => dimension.id === id)?.label ?? id;
}

/** Dimensions as people call them, in a row. */
export function dimensionNames(ids: string[], catalogue: Catalogue): string {
  return ids.map((id) => dimensionName(id, catalogue)).join(', ');
}

import type { Catalogue, Dimension } from '../catalogue/catalogue';
import type { SwitchboardQuery } from '../query/model';
import type { LoadValues } from './FiltersField';

/** What every group of fields of the query editor gets. */
export interface FieldsProps {
  query: SwitchboardQuery;
  catalogue: Catalogue;
  /** Those that every chosen metric has. */
  dimensions: Dimension[];
  /** Names of the dashboard's variables, which may stand wherever a value may. */
  variables: string[];
  loading: boolean;
  loadValues: LoadValues;
  /** Saves the query and runs it. */
  onChange: (query: SwitchboardQuery) => void;
}

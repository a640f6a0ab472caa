import type { Catalogue, Dimension } from '../catalogue/catalogue';
import type { SwitchboardQuery } from '../query/model';

/** What every group of fields of the query editor gets. */
export interface FieldsProps {
  query: SwitchboardQuery;
  catalogue: Catalogue;
  /** Those that every chosen metric has. */
  dimensions: Dimension[];
  loading: boolean;
  /** Saves the query and runs it. */
  onChange: (query: SwitchboardQuery) => void;
}

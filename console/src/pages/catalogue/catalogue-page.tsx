/** The metrics that can be asked for, with their definitions. */
export function CataloguePage() {
  return <div />;
}

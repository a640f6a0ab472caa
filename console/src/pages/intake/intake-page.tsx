/** What comes in: keys, newest records, quarantine. */
export function IntakePage() {
  return <div />;
}

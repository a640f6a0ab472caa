/** One board: its filters, its panels. */
export function BoardPage() {
  return <div />;
}

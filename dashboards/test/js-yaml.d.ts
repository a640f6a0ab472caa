/** The part that the tests use; the package has no types of its own. */
declare module 'js-yaml' {
  const yaml: { load(text: string): unknown };
  export default yaml;
}

import { useLayoutEffect, useRef } from 'react';

/**
 * Hands on what an editor makes, unless it is there already: an option that is clicked as soon as the mouse reaches it is
 * chosen again each time Grafana's Combobox is drawn, until React comes to the mouse's move, and where every change draws
 * all at once, as in Explore and in the settings of a variable, it never would.
 * @param same whether two values mean the same, however they are written
 */
export function useHandOn<Value>(
  value: Value,
  same: (one: Value, other: Value) => boolean,
  handOn: (changed: Value, before: Value) => void,
): (changed: Value) => void {
  // The Combobox calls the handler of the moment of the click, which must see the value as it is by now.
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  }, [value]);
  return (changed) => {
    const before = latest.current;
    if (same(changed, before)) return;
    latest.current = changed;
    handOn(changed, before);
  };
}

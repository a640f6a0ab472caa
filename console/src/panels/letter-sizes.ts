import type { TextSizes } from '@switchboard/viz';

/** What a panel says of the size of its letters, for the style sheet; nothing where it says nothing. */
export const letterSizes = ({ titleSize, valueSize }: TextSizes) =>
  ({
    ...(titleSize !== null && { '--title-size': `${titleSize}px` }),
    ...(valueSize !== null && { '--value-size': `${valueSize}px` }),
  }) as React.CSSProperties;

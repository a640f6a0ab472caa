const shapes = {
  info: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 7v4.5M8 4.5v.5',
  more: 'M8 3v.01M8 8v.01M8 13v.01',
  filter: 'M2 3h12L9.5 8.5V13l-3-1.5v-3Z',
} as const;

/** A small drawing beside a label; fonts do not have all signs everywhere. */
export function Icon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={14}
      height={14}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.4 : 1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={shapes[name]} />
    </svg>
  );
}

/** Values go into texts as they are: React escapes what it shows, and twice is once too often. */
export const RAW = { interpolation: { escapeValue: false } };
